// SPDX-License-Identifier: Apache-2.0
#include "Baseline.h"

#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <string.h>

static void start_element(void *user, const xmlChar *local, const xmlChar *prefix, const xmlChar *uri, int namespaces,
                          const xmlChar **namespace_list, int count, int defaulted, const xmlChar **attributes) {
    (void)prefix, (void)uri, (void)namespaces, (void)namespace_list, (void)defaulted;
    baseline_result *result = user;
    if (strcmp((const char *)local, "Link") != 0) return;
    result->links++;
    for (int i = 0; i < count; i++) {
        const char *name = (const char *)attributes[i * 5];
        if (strcmp(name, "Rel") == 0 || strcmp(name, "Type") == 0 || strcmp(name, "Href") == 0 ||
            strcmp(name, "Name") == 0)
            result->bytes += (size_t)(attributes[i * 5 + 4] - attributes[i * 5 + 3]);
    }
}

baseline_result baseline_links(const char *document, int size) {
    baseline_result result = {0, 0, 1};
    xmlParserCtxtPtr parser = xmlCreateMemoryParserCtxt(document, size);
    if (!parser) return result;
    xmlSAXHandler handler;
    memset(&handler, 0, sizeof handler);
    handler.initialized = XML_SAX2_MAGIC;
    handler.startElementNs = start_element;
    *parser->sax = handler;
    parser->userData = &result;
    xmlParseDocument(parser);
    result.failed = !parser->wellFormed;
    xmlFreeParserCtxt(parser);
    return result;
}
