#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"

/// A landlord's dated lists: case categories, interventions, closing reasons, signposts (A03). Defaults ship
/// in standards/lists/*.toml; a landlord adds rows beside them. Used values retire, they never vanish.
namespace doorstep::legal {

struct ListEntry {
    std::string code;  ///< stable: stored on cases
    std::string label;
    std::string label_welsh;  ///< empty where residents never see it
    /// The list's own columns, such as "parent", "harm_group", "legal", "hint", "hint_welsh".
    std::map<std::string, std::string, std::less<>> details;
    int position = 0;
    Date in_use_from;
    std::optional<Date> in_use_until;  ///< exclusive
    bool is_override = false;

    std::string_view detail(std::string_view name) const;
    bool is_in_use(Date on) const { return in_use_from <= on && (!in_use_until || on < *in_use_until); }
};

class List {
  public:
    List() = default;
    List(std::string name, std::string title, std::vector<ListEntry> entries);

    std::string const& name() const { return name_; }
    std::string const& title() const { return title_; }
    /// In order of position, those in use on the day.
    std::vector<ListEntry const*> in_use(Date on) const;
    std::vector<ListEntry> const& all() const { return entries_; }
    /// The entry as it was on the day; the newest when it was not in use then. Nothing for an unknown code.
    ListEntry const* find(std::string_view code, Date on) const;
    /// Its label whenever it was in use; the code itself when unknown.
    std::string_view label(std::string_view code) const;
    std::string_view label_welsh(std::string_view code) const;

  private:
    std::string name_;
    std::string title_;
    std::vector<ListEntry> entries_;
};

/// Every list that ships, by name, from the embedded TOML. Throws std::logic_error when a file is not well
/// made.
std::map<std::string, List, std::less<>> shipped_lists();
/// Adds a landlord's rows: a row with a code that ships replaces it from its own first day.
List with_overrides(List const& list, std::vector<ListEntry> overrides);
/// What is wrong with entries proposed for a list, in sentences; empty when nothing is.
std::vector<std::string> problems_with(std::vector<ListEntry> const& entries);

}  // namespace doorstep::legal
