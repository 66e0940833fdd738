// SPDX-License-Identifier: Apache-2.0
#ifndef EMWALK_BASELINE_H
#define EMWALK_BASELINE_H

#include <stddef.h>

/// What the baseline picks up of a document.
typedef struct {
    size_t links;
    /// The lengths of all Rel, Type, Href and Name of links, so that nothing can be optimised away.
    size_t bytes;
    int failed;
} baseline_result;

/// Parses a document with libxml2's SAX2 interface from C and only looks at the attributes of `Link` elements:
/// about the least that a user of libxml2 can do.
baseline_result baseline_links(const char *document, int size);

#endif
