// SPDX-License-Identifier: Apache-2.0

#if Network
internal import GRDB
#endif
