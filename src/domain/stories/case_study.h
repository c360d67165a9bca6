#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/enum_names.h"
#include "base/instant.h"
#include "domain/ids.h"

/// What happened in one case, told to the board and to tenants so that nobody can be recognised (M-145).
namespace doorstep::domain::stories {

enum class State { draft, signed_off };
constexpr auto enum_names(State) {
    return std::array{EnumName{State::draft, "draft", "Draft"},
                      EnumName{State::signed_off, "signed-off", "Signed off"}};
}

struct CaseStudy {
    std::string id;
    std::string period;  ///< "2023-24-Q1"
    CaseFileId case_file;
    std::string title;
    std::string words;
    State state = State::draft;
    std::optional<AccountId> written_by;
    std::optional<AccountId> signed_by;
    std::optional<Date> signed_on;
    std::int64_t version = 1;
};

/// What a draft is made of: no names, no places, days as months.
struct Facts {
    std::string category;  ///< in words
    Date opened_on;
    std::optional<Date> closed_on;
    bool is_resolved = false;
    int conversations = 0;
    std::string risk;                ///< "high"; empty where it was not assessed
    std::vector<std::string> steps;  ///< in words, in order
};
/// A first draft in plain sentences, to be written on.
std::string draft_of(Facts const& facts);

}  // namespace doorstep::domain::stories
