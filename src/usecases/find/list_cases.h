#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/expected.h"
#include "storage/case_list.h"
#include "usecases/context.h"
#include "usecases/find/saved_views.h"

namespace doorstep::usecases::find {

/// A list of cases as an address asks for it (C08): "me", "nobody" or an account for the owner, names of the
/// enums of storage::case_list for the rest. What is not known is left out.
struct CaseQuery {
    std::string_view owner;
    std::string_view team;
    std::string_view area;
    std::string_view kind;
    std::string_view risk;
    std::string_view stage;
    std::string_view clock;
    std::string_view partner;
    std::string_view sort;
    std::string_view direction;
    int page = 1;
};

struct Option {
    std::string value;
    std::string words;
};

struct CaseListView {
    storage::case_list::Filter filter;
    bool owner_is_me = false;
    storage::case_list::SortBy sort{};
    storage::case_list::Direction direction{};
    std::vector<storage::case_list::ListedCase> cases;
    int total = 0;
    bool is_more_than_total = false;  ///< counting stopped
    int restricted_from_you = 0;      ///< told only to those who could give access
    int page = 1;
    int pages = 1;

    // What can be chosen.
    std::vector<Option> owners;
    std::vector<Option> teams;
    std::vector<Option> areas;
    std::vector<Option> kinds;
    std::vector<Option> partners;
    std::vector<SavedView> saved;  ///< of the viewer

    /// Nothing was asked for besides the order.
    bool is_unfiltered() const;
};

inline constexpr int cases_on_a_page = 25;

/// Only cases that the viewer may see: list and count are narrowed by the database. At most nine statements.
Expected<CaseListView> list_cases(Context& context, CaseQuery const& query);

}  // namespace doorstep::usecases::find
