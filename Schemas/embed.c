// SPDX-License-Identifier: Apache-2.0
#include "include/Schemas.h"
#pragma clang diagnostic ignored "-Wc23-extensions"

const unsigned char emwalk_workflow_schema[] = {
#embed "workflow.schema.json"
};
const size_t emwalk_workflow_schema_size = sizeof emwalk_workflow_schema;
