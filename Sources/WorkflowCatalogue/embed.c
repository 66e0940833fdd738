// SPDX-License-Identifier: Apache-2.0
#include "include/WorkflowCatalogue.h"
#pragma clang diagnostic ignored "-Wc23-extensions"

// One array for each file, ended by a zero so that it reads as text.
static const unsigned char agents[] = {
#embed "agents.workflow.yaml" suffix(, )
0};
static const unsigned char backups[] = {
#embed "backups.workflow.yaml" suffix(, )
0};
static const unsigned char cdp[] = {
#embed "cdp.workflow.yaml" suffix(, )
0};
static const unsigned char clone_job[] = {
#embed "clone-job.workflow.yaml" suffix(, )
0};
static const unsigned char cloud_failover[] = {
#embed "cloud-failover.workflow.yaml" suffix(, )
0};
static const unsigned char cloud_infrastructure[] = {
#embed "cloud-infrastructure.workflow.yaml" suffix(, )
0};
static const unsigned char cloud_tenants[] = {
#embed "cloud-tenants.workflow.yaml" suffix(, )
0};
static const unsigned char credentials[] = {
#embed "credentials.workflow.yaml" suffix(, )
0};
static const unsigned char failover[] = {
#embed "failover.workflow.yaml" suffix(, )
0};
static const unsigned char guest_files[] = {
#embed "guest-files.workflow.yaml" suffix(, )
0};
static const unsigned char infrastructure[] = {
#embed "infrastructure.workflow.yaml" suffix(, )
0};
static const unsigned char job_objects[] = {
#embed "job-objects.workflow.yaml" suffix(, )
0};
static const unsigned char jobs[] = {
#embed "jobs.workflow.yaml" suffix(, )
0};
static const unsigned char linked[] = {
#embed "linked.workflow.yaml" suffix(, )
0};
static const unsigned char nas[] = {
#embed "nas.workflow.yaml" suffix(, )
0};
static const unsigned char reports_and_queries[] = {
#embed "reports-and-queries.workflow.yaml" suffix(, )
0};
static const unsigned char restore[] = {
#embed "restore.workflow.yaml" suffix(, )
0};
static const unsigned char security[] = {
#embed "security.workflow.yaml" suffix(, )
0};
static const unsigned char self_service[] = {
#embed "self-service.workflow.yaml" suffix(, )
0};
static const unsigned char sessions[] = {
#embed "sessions.workflow.yaml" suffix(, )
0};

static const struct {
    const char *name;
    const unsigned char *text;
    size_t size;
} files[] = {
    {"agents.workflow.yaml", agents, sizeof agents - 1},
    {"backups.workflow.yaml", backups, sizeof backups - 1},
    {"cdp.workflow.yaml", cdp, sizeof cdp - 1},
    {"clone-job.workflow.yaml", clone_job, sizeof clone_job - 1},
    {"cloud-failover.workflow.yaml", cloud_failover, sizeof cloud_failover - 1},
    {"cloud-infrastructure.workflow.yaml", cloud_infrastructure, sizeof cloud_infrastructure - 1},
    {"cloud-tenants.workflow.yaml", cloud_tenants, sizeof cloud_tenants - 1},
    {"credentials.workflow.yaml", credentials, sizeof credentials - 1},
    {"failover.workflow.yaml", failover, sizeof failover - 1},
    {"guest-files.workflow.yaml", guest_files, sizeof guest_files - 1},
    {"infrastructure.workflow.yaml", infrastructure, sizeof infrastructure - 1},
    {"job-objects.workflow.yaml", job_objects, sizeof job_objects - 1},
    {"jobs.workflow.yaml", jobs, sizeof jobs - 1},
    {"linked.workflow.yaml", linked, sizeof linked - 1},
    {"nas.workflow.yaml", nas, sizeof nas - 1},
    {"reports-and-queries.workflow.yaml", reports_and_queries, sizeof reports_and_queries - 1},
    {"restore.workflow.yaml", restore, sizeof restore - 1},
    {"security.workflow.yaml", security, sizeof security - 1},
    {"self-service.workflow.yaml", self_service, sizeof self_service - 1},
    {"sessions.workflow.yaml", sessions, sizeof sessions - 1},
};

static const size_t count = sizeof files / sizeof files[0];

size_t emwalk_workflow_count(void) { return count; }
const char *emwalk_workflow_name(size_t index) { return index < count ? files[index].name : ""; }
const char *emwalk_workflow_text(size_t index) { return index < count ? (const char *)files[index].text : ""; }
size_t emwalk_workflow_size(size_t index) { return index < count ? files[index].size : 0; }
