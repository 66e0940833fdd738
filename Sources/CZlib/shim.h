// SPDX-License-Identifier: Apache-2.0
#ifndef EMWALK_CZLIB_SHIM_H
#define EMWALK_CZLIB_SHIM_H
#include <zlib.h>
#endif
