// SPDX-License-Identifier: Apache-2.0
// The schemas this project ships, embedded as bytes.
#ifndef EMWALK_SCHEMAS_H
#define EMWALK_SCHEMAS_H
#include <stddef.h>

/// JSON Schema (2020-12) of the workflow file format.
extern const unsigned char emwalk_workflow_schema[];
/// Its length in bytes.
extern const size_t emwalk_workflow_schema_size;
#endif
