#ifndef ASSAY_CLINUX_H
#define ASSAY_CLINUX_H

/// Exchanges two paths in one step (renameat2 with RENAME_EXCHANGE, which Swift's Glibc hides).
/// 0, or -1 with errno set.
int assay_exchange_paths(const char *first, const char *second);

/// Opens a file without a name in a folder, for reading and writing: the descriptor, or −1 and errno.
int assay_open_nameless(const char *folder);

/// Makes and opens a file of a new name in place of the six X that `pattern` ends in.
int assay_open_temporary(char *pattern);

#endif
