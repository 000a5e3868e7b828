#ifndef ASSAY_CMODELS_H
#define ASSAY_CMODELS_H

#include <stddef.h>

/// The bytes of a trained model, put into the program at build time.
///
/// They begin on a boundary of 64 bytes, a line of the cache.
typedef struct {
  const unsigned char *bytes;
  size_t count;
} assay_model;

/// Tells names from other words: `SequenceModel` reads it.
assay_model assay_names_model(void);

/// What is known of words: `WordList` reads it.
assay_model assay_words_model(void);

/// How words feel in talk and in news: `FeelingJudge` reads it.
assay_model assay_sentiment_model(void);

/// How words feel towards what they stand beside: `TargetJudge` reads it.
assay_model assay_targets_model(void);

/// VADER's list of words and valences, as text.
assay_model assay_valence_list(void);

/// Asks memory for the line of the cache at an address that will soon be read; Swift has no word
/// for it.
static inline void assay_prefetch(const void *address) { __builtin_prefetch(address); }

#endif
