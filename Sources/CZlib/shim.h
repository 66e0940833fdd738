// SPDX-License-Identifier: Apache-2.0
#ifndef EMWALK_CZLIB_SHIM_H
#define EMWALK_CZLIB_SHIM_H
#include <zlib.h>

// Deflates a piece as blocks that end at a byte (RFC 1951, without header and checksum); 0 if it cannot.
// In C because zlib remembers where its stream lies, and no pointer to it need leave this function so.
static inline size_t emwalk_deflate_piece(const unsigned char *source, size_t count, unsigned char *target,
                                          size_t capacity, int level, int window, int memory) {
    z_stream stream = {0};
    if (deflateInit2(&stream, level, Z_DEFLATED, -window, memory, Z_DEFAULT_STRATEGY) != Z_OK) return 0;
    stream.next_in = (unsigned char *)source;
    stream.avail_in = (uInt)count;
    stream.next_out = target;
    stream.avail_out = (uInt)capacity;
    int status = deflate(&stream, Z_SYNC_FLUSH);
    // A flush that found no room to end would leave the last byte open.
    size_t made = status == Z_OK && stream.avail_in == 0 && stream.avail_out > 0 ? capacity - stream.avail_out : 0;
    deflateEnd(&stream);
    return made;
}

// Inflates a piece that was made so; returns how many bytes it is, 0 where it is damaged.
static inline size_t emwalk_inflate_piece(const unsigned char *source, size_t count, unsigned char *target,
                                          size_t capacity) {
    z_stream stream = {0};
    if (inflateInit2(&stream, -15) != Z_OK) return 0;
    stream.next_in = (unsigned char *)source;
    stream.avail_in = (uInt)count;
    stream.next_out = target;
    stream.avail_out = (uInt)capacity;
    int status = inflate(&stream, Z_SYNC_FLUSH);
    // Where there is no room left, the empty block of the flush may be unread.
    int isWhole = status == Z_OK || status == Z_BUF_ERROR;
    size_t made = isWhole ? capacity - stream.avail_out : 0;
    inflateEnd(&stream);
    return made;
}
#endif
