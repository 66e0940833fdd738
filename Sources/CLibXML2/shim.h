// SPDX-License-Identifier: Apache-2.0
// What LibXML needs of libxml2, and helpers for what Swift cannot import or what differs between versions.
#ifndef EMWALK_CLIBXML2_SHIM_H
#define EMWALK_CLIBXML2_SHIM_H

// Where libxml2 was built with ICU, its headers would pull in ICU's, which clash with those inside Foundation in every
// module that sees both. Nothing here needs the converters.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED

#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/tree.h>
#include <libxml/xmlerror.h>
#include <libxml/xmlschemas.h>
#include <libxml/xmlschemastypes.h>

/// `xmlFree` is a mutable global function pointer, which Swift 6 refuses to read.
static inline void emwalk_xmlFree(void *pointer) { xmlFree(pointer); }

/// The options of every parse. `1 << 23` is XML_PARSE_NO_XXE, honoured from 2.13 on and ignored before.
/// No DTDLOAD, DTDATTR, XINCLUDE, RECOVER or HUGE, ever.
static inline int emwalk_treeOptions(void) {
    return XML_PARSE_NONET | XML_PARSE_NOCDATA | XML_PARSE_BIG_LINES | XML_PARSE_IGNORE_ENC | (1 << 23);
}

/// NOENT makes attribute values arrive with `&` instead of `&#38;`. It is safe with handlers of our own only:
/// without entity callbacks no entity of a document can be replaced, and a DTD stops the parser before it declares one.
static inline int emwalk_saxOptions(void) { return emwalk_treeOptions() | XML_PARSE_NOENT; }

/// A parser that asks for its bytes. Given a whole document in memory, libxml2 would copy all of it, and the pages of
/// the copy cost more than pulling it through a small buffer; its way without a copy reads the end of some documents
/// twice (2.9.14).
static inline xmlParserCtxtPtr emwalk_newPullParser(xmlInputReadCallback read, void *source) {
    return xmlCreateIOParserCtxt(NULL, NULL, read, NULL, source, XML_CHAR_ENCODING_NONE);
}

/// Says that these bytes are read soon.
static inline void emwalk_prefetch(const void *bytes, long count) {
    for (long at = 0; at < count; at += 64) __builtin_prefetch((const char *)bytes + at);
}

/// A parser that is fed. No bytes at creation: 2.9 gets UTF-16 wrong when it is given one to three.
static inline xmlParserCtxtPtr emwalk_newPushParser(void) {
    return xmlCreatePushParserCtxt(NULL, NULL, NULL, 0, NULL);
}

static inline void emwalk_useHandler(xmlParserCtxtPtr parser, const xmlSAXHandler *handler, void *user) {
    *parser->sax = *handler;
    parser->userData = user;
}

static inline int emwalk_isWellFormed(xmlParserCtxtPtr parser) { return parser->wellFormed; }

static inline int emwalk_line(xmlParserCtxtPtr parser) { return parser->input ? parser->input->line : 0; }

static inline int emwalk_column(xmlParserCtxtPtr parser) { return parser->input ? parser->input->col : 0; }

/// How many bytes the parser is past, given UTF-8 input.
static inline long emwalk_consumed(xmlParserCtxtPtr parser) {
    xmlParserInputPtr input = parser->input;
    return input ? (long)input->consumed + (long)(input->cur - input->base) : 0;
}

static inline void emwalk_freeParser(xmlParserCtxtPtr parser) {
    if (parser->myDoc) xmlFreeDoc(parser->myDoc);
    parser->myDoc = NULL;
    xmlFreeParserCtxt(parser);
}

/// The thread's structured error handler (macros over thread-local storage, which Swift cannot import).
static inline xmlStructuredErrorFunc emwalk_threadHandler(void) { return xmlStructuredError; }
static inline void *emwalk_threadHandlerData(void) { return xmlStructuredErrorContext; }

/// Puts a validator between a parser and the handlers it has now, which are called first. Taken out again with
/// `xmlSchemaSAXUnplug` before either is freed.
static inline xmlSchemaSAXPlugPtr emwalk_plug(xmlSchemaValidCtxtPtr validator, xmlParserCtxtPtr parser) {
    return xmlSchemaSAXPlug(validator, &parser->sax, &parser->userData);
}

static inline int emwalk_hasDTD(xmlDocPtr document) { return document->intSubset || document->extSubset; }

#endif
