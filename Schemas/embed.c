// SPDX-License-Identifier: Apache-2.0
#include "include/Schemas.h"

const unsigned char emwalk_workflow_schema[] = {
#embed "workflow.schema.json"
};
const size_t emwalk_workflow_schema_size = sizeof emwalk_workflow_schema;
