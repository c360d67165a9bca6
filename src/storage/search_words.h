#pragma once

#include <string>
#include <string_view>

#include "storage/sql/query.h"

namespace doorstep::storage {

/// What somebody typed as a question to the engine's full text index: every word must be there, the last may
/// be the beginning of one ("acre cou"). Folded, at most ten words. Empty when there is no word in it.
std::string words_query(sql::Engine engine, std::string_view typed);

/// The words of a document for the index: folded, no more than the engines take.
std::string words_document(std::string_view text);

}  // namespace doorstep::storage
