// SPDX-License-Identifier: Apache-2.0
// The schemas this project ships, embedded as bytes.
#ifndef EMWALK_SCHEMAS_H
#define EMWALK_SCHEMAS_H
#include <stddef.h>

/// JSON Schema (2020-12) of the workflow file format.
extern const unsigned char emwalk_workflow_schema[];
/// Its length in bytes.
extern const size_t emwalk_workflow_schema_size;

/// How many documents the schema of the REST API 1.7 has: the door, then what it includes.
size_t emwalk_em_rest_count(void);
/// The name of a document as the door includes it; empty past the end.
const char *emwalk_em_rest_name(size_t index);
/// The text of a document in UTF-8, ended by a zero; empty past the end.
const char *emwalk_em_rest_text(size_t index);
#endif
