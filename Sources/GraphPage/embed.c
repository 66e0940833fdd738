// SPDX-License-Identifier: Apache-2.0
#include "include/GraphPage.h"
#pragma clang diagnostic ignored "-Wc23-extensions"

// Ended by a zero so that it reads as text.
static const unsigned char page[] = {
#embed "page.html" suffix(, )
0};

const char *emwalk_graph_page(void) { return (const char *)page; }
