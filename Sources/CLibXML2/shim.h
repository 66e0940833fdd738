// SPDX-License-Identifier: Apache-2.0
// What LibXML needs of libxml2, and helpers for what Swift cannot import.
#ifndef EMWALK_CLIBXML2_SHIM_H
#define EMWALK_CLIBXML2_SHIM_H

#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/tree.h>
#include <libxml/xmlerror.h>
#include <libxml/xmlschemas.h>
#include <libxml/xmlschemastypes.h>

/// `xmlFree` is a mutable global function pointer, which Swift 6 refuses to read.
static inline void emwalk_xmlFree(void *pointer) { xmlFree(pointer); }

#endif
