// SPDX-License-Identifier: Apache-2.0
#ifndef EMWALK_GRAPH_PAGE_H
#define EMWALK_GRAPH_PAGE_H

/// The page that shows a snapshot; the mark in it is replaced by the data.
const char *emwalk_graph_page(void);

#endif
