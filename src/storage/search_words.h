#pragma once

#include <bitset>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "storage/sql/query.h"

namespace doorstep::storage {

enum class LastWord { is_whole, may_be_a_beginning };

/// What somebody typed as a question to the engine's full text index: every word must be there, the last may
/// be the beginning of one ("acre cou"). Folded, at most ten words. Empty when there is no word in it.
std::string words_query(sql::Engine engine, std::string_view typed,
                        LastWord last_word = LastWord::may_be_a_beginning);

/// Bytes of the last word, folded; 0 when there is none.
std::size_t size_of_last_word(std::string_view typed);

/// The same question to a document that is in no index yet.
class WordsLookedFor {
  public:
    static constexpr std::size_t most = 10;
    using Found = std::bitset<most>;

    explicit WordsLookedFor(std::string_view typed);
    /// Which of the words are in a document that `words_document` made.
    Found in(std::string_view document) const;
    bool are_all_in(Found found) const { return found.count() == words_.size(); }

  private:
    std::vector<std::string> words_;  ///< " word ", so that only whole ones are found; the last " word"
};

/// The words of a document for the index: folded, no more than the engines take.
std::string words_document(std::string_view text);

}  // namespace doorstep::storage
