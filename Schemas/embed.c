// SPDX-License-Identifier: Apache-2.0
#include "include/Schemas.h"
#pragma clang diagnostic ignored "-Wc23-extensions"

const unsigned char emwalk_workflow_schema[] = {
#embed "workflow.schema.json"
};
const size_t emwalk_workflow_schema_size = sizeof emwalk_workflow_schema;

// The door and its modules, each ended by a zero so that it reads as text. The names below stand in the same order;
// a test compares them with what the door includes.
static const char documents[] = {
#embed "em-rest-1.7.xsd" suffix(, )
0,
#embed "em-rest-1.7/common.xsd" suffix(, )
0,
#embed "em-rest-1.7/enumerations.xsd" suffix(, )
0,
#embed "em-rest-1.7/identifiers.xsd" suffix(, )
0,
#embed "em-rest-1.7/task.xsd" suffix(, )
0,
#embed "em-rest-1.7/service.xsd" suffix(, )
0,
#embed "em-rest-1.7/infrastructure.xsd" suffix(, )
0,
#embed "em-rest-1.7/repositories.xsd" suffix(, )
0,
#embed "em-rest-1.7/hierarchy.xsd" suffix(, )
0,
#embed "em-rest-1.7/jobs.xsd" suffix(, )
0,
#embed "em-rest-1.7/job-options.xsd" suffix(, )
0,
#embed "em-rest-1.7/job-schedules.xsd" suffix(, )
0,
#embed "em-rest-1.7/objects-in-job.xsd" suffix(, )
0,
#embed "em-rest-1.7/job-specs.xsd" suffix(, )
0,
#embed "em-rest-1.7/sessions.xsd" suffix(, )
0,
#embed "em-rest-1.7/system-sessions.xsd" suffix(, )
0,
#embed "em-rest-1.7/backups.xsd" suffix(, )
0,
#embed "em-rest-1.7/restore-points.xsd" suffix(, )
0,
#embed "em-rest-1.7/replicas.xsd" suffix(, )
0,
#embed "em-rest-1.7/restore-specs.xsd" suffix(, )
0,
#embed "em-rest-1.7/mounts.xsd" suffix(, )
0,
#embed "em-rest-1.7/catalog.xsd" suffix(, )
0,
#embed "em-rest-1.7/failover-plans.xsd" suffix(, )
0,
#embed "em-rest-1.7/cdp.xsd" suffix(, )
0,
#embed "em-rest-1.7/cdp-replicas.xsd" suffix(, )
0,
#embed "em-rest-1.7/agents.xsd" suffix(, )
0,
#embed "em-rest-1.7/nas.xsd" suffix(, )
0,
#embed "em-rest-1.7/cloud.xsd" suffix(, )
0,
#embed "em-rest-1.7/cloud-networks.xsd" suffix(, )
0,
#embed "em-rest-1.7/cloud-tenants.xsd" suffix(, )
0,
#embed "em-rest-1.7/cloud-subtenants.xsd" suffix(, )
0,
#embed "em-rest-1.7/cloud-resources.xsd" suffix(, )
0,
#embed "em-rest-1.7/cloud-hardware-plans.xsd" suffix(, )
0,
#embed "em-rest-1.7/cloud-failover.xsd" suffix(, )
0,
#embed "em-rest-1.7/vcloud.xsd" suffix(, )
0,
#embed "em-rest-1.7/self-service.xsd" suffix(, )
0,
#embed "em-rest-1.7/self-service-settings.xsd" suffix(, )
0,
#embed "em-rest-1.7/security.xsd" suffix(, )
0,
#embed "em-rest-1.7/reports.xsd" suffix(, )
0,
#embed "em-rest-1.7/query.xsd" suffix(, )
0,
#embed "em-rest-1.7/lookup.xsd" suffix(, )
0};

static const char *const names[] = {
    "em-rest-1.7.xsd",
    "em-rest-1.7/common.xsd",
    "em-rest-1.7/enumerations.xsd",
    "em-rest-1.7/identifiers.xsd",
    "em-rest-1.7/task.xsd",
    "em-rest-1.7/service.xsd",
    "em-rest-1.7/infrastructure.xsd",
    "em-rest-1.7/repositories.xsd",
    "em-rest-1.7/hierarchy.xsd",
    "em-rest-1.7/jobs.xsd",
    "em-rest-1.7/job-options.xsd",
    "em-rest-1.7/job-schedules.xsd",
    "em-rest-1.7/objects-in-job.xsd",
    "em-rest-1.7/job-specs.xsd",
    "em-rest-1.7/sessions.xsd",
    "em-rest-1.7/system-sessions.xsd",
    "em-rest-1.7/backups.xsd",
    "em-rest-1.7/restore-points.xsd",
    "em-rest-1.7/replicas.xsd",
    "em-rest-1.7/restore-specs.xsd",
    "em-rest-1.7/mounts.xsd",
    "em-rest-1.7/catalog.xsd",
    "em-rest-1.7/failover-plans.xsd",
    "em-rest-1.7/cdp.xsd",
    "em-rest-1.7/cdp-replicas.xsd",
    "em-rest-1.7/agents.xsd",
    "em-rest-1.7/nas.xsd",
    "em-rest-1.7/cloud.xsd",
    "em-rest-1.7/cloud-networks.xsd",
    "em-rest-1.7/cloud-tenants.xsd",
    "em-rest-1.7/cloud-subtenants.xsd",
    "em-rest-1.7/cloud-resources.xsd",
    "em-rest-1.7/cloud-hardware-plans.xsd",
    "em-rest-1.7/cloud-failover.xsd",
    "em-rest-1.7/vcloud.xsd",
    "em-rest-1.7/self-service.xsd",
    "em-rest-1.7/self-service-settings.xsd",
    "em-rest-1.7/security.xsd",
    "em-rest-1.7/reports.xsd",
    "em-rest-1.7/query.xsd",
    "em-rest-1.7/lookup.xsd",
};

size_t emwalk_em_rest_count(void) { return sizeof names / sizeof *names; }

const char *emwalk_em_rest_name(size_t index) { return index < emwalk_em_rest_count() ? names[index] : ""; }

const char *emwalk_em_rest_text(size_t index) {
    const char *text = documents;
    const char *end = documents + sizeof documents - 1;
    for (; index > 0 && text < end; text++) {
        if (!*text) index--;
    }
    return text;
}
