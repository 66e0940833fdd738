// SPDX-License-Identifier: Apache-2.0
#include "include/WorkflowCatalogue.h"
#pragma clang diagnostic ignored "-Wc23-extensions"

// One array for each file, ended by a zero so that it reads as text.
static const unsigned char list_jobs[] = {
#embed "list-jobs.workflow.yaml" suffix(, )
0};
static const unsigned char list_repositories[] = {
#embed "list-repositories.workflow.yaml" suffix(, )
0};
static const unsigned char list_linked_jobs[] = {
#embed "list-linked-jobs.workflow.yaml" suffix(, )
0};
static const unsigned char list_linked_repositories[] = {
#embed "list-linked-repositories.workflow.yaml" suffix(, )
0};
static const unsigned char start_job[] = {
#embed "start-job.workflow.yaml" suffix(, )
0};
static const unsigned char clone_job[] = {
#embed "clone-job.workflow.yaml" suffix(, )
0};
static const unsigned char link_repository[] = {
#embed "link-repository.workflow.yaml" suffix(, )
0};
static const unsigned char unlink_repository[] = {
#embed "unlink-repository.workflow.yaml" suffix(, )
0};

static const struct {
    const char *name;
    const unsigned char *text;
    size_t size;
} files[] = {
    {"list-jobs.workflow.yaml", list_jobs, sizeof list_jobs - 1},
    {"list-repositories.workflow.yaml", list_repositories, sizeof list_repositories - 1},
    {"list-linked-jobs.workflow.yaml", list_linked_jobs, sizeof list_linked_jobs - 1},
    {"list-linked-repositories.workflow.yaml", list_linked_repositories, sizeof list_linked_repositories - 1},
    {"start-job.workflow.yaml", start_job, sizeof start_job - 1},
    {"clone-job.workflow.yaml", clone_job, sizeof clone_job - 1},
    {"link-repository.workflow.yaml", link_repository, sizeof link_repository - 1},
    {"unlink-repository.workflow.yaml", unlink_repository, sizeof unlink_repository - 1},
};

static const size_t count = sizeof files / sizeof files[0];

size_t emwalk_workflow_count(void) { return count; }
const char *emwalk_workflow_name(size_t index) { return index < count ? files[index].name : ""; }
const char *emwalk_workflow_text(size_t index) { return index < count ? (const char *)files[index].text : ""; }
size_t emwalk_workflow_size(size_t index) { return index < count ? files[index].size : 0; }
