// SPDX-License-Identifier: Apache-2.0
// The workflow files that come with the package, embedded where they lie.
#ifndef EMWALK_WORKFLOW_CATALOGUE_H
#define EMWALK_WORKFLOW_CATALOGUE_H
#include <stddef.h>

/// How many files there are.
size_t emwalk_workflow_count(void);
/// The name of a file; empty past the end.
const char *emwalk_workflow_name(size_t index);
/// The text of a file in UTF-8, ended by a zero; empty past the end.
const char *emwalk_workflow_text(size_t index);
/// The length of the text in bytes.
size_t emwalk_workflow_size(size_t index);

#endif
