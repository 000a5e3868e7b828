#ifndef ASSAY_CLINUX_H
#define ASSAY_CLINUX_H

/// Exchanges two paths in one step (renameat2 with RENAME_EXCHANGE, which Swift's Glibc hides).
/// 0, or -1 with errno set.
int assay_exchange_paths(const char *first, const char *second);

#endif
