#include "legal/lists.h"

#include <toml++/toml.h>
#include <algorithm>
#include <stdexcept>

#include "base/embedded.h"
#include "legal/toml_values.h"

namespace doorstep::legal {

std::string_view ListEntry::detail(std::string_view name) const {
    auto const found = details.find(name);
    return found == details.end() ? std::string_view{} : std::string_view(found->second);
}

List::List(std::string name, std::string title, std::vector<ListEntry> entries)
    : name_(std::move(name)), title_(std::move(title)), entries_(std::move(entries)) {
    std::stable_sort(entries_.begin(), entries_.end(),
                     [](auto const& a, auto const& b) { return a.position < b.position; });
}

std::vector<ListEntry const*> List::in_use(Date on) const {
    std::vector<ListEntry const*> entries;
    for (auto const& entry : entries_)
        if (entry.is_in_use(on)) entries.push_back(&entry);
    return entries;
}

ListEntry const* List::find(std::string_view code, Date on) const {
    ListEntry const* newest = nullptr;
    for (auto const& entry : entries_) {
        if (entry.code != code) continue;
        if (entry.is_in_use(on)) return &entry;
        if (!newest || newest->in_use_from < entry.in_use_from) newest = &entry;
    }
    return newest;
}

std::string_view List::label(std::string_view code) const {
    auto const* entry = find(code, Date::from_days_since_1970(1 << 24));
    return entry ? std::string_view(entry->label) : code;
}

std::string_view List::label_welsh(std::string_view code) const {
    auto const* entry = find(code, Date::from_days_since_1970(1 << 24));
    if (!entry) return code;
    return entry->label_welsh.empty() ? std::string_view(entry->label) : std::string_view(entry->label_welsh);
}

namespace {

List read_list(std::string_view file_name, std::string_view content) {
    auto const table = parse_toml(file_name, content);
    List const empty;
    std::vector<ListEntry> entries;
    int position = 0;
    auto const* rows = table["entry"].as_array();
    if (!rows) throw std::logic_error(std::string(file_name) + " has no [[entry]]");
    for (auto const& row : *rows) {
        auto const& values = *row.as_table();
        ListEntry entry;
        entry.code = text_value(file_name, values, "code");
        entry.label = text_value(file_name, values, "label");
        entry.label_welsh = values["label_welsh"].value_or(std::string());
        entry.in_use_from = date_value(file_name, values, "in_use_from");
        entry.in_use_until = optional_date_value(file_name, values, "in_use_until");
        entry.position = static_cast<int>(values["position"].value_or(std::int64_t{10} * ++position));
        for (auto const& [key, value] : values) {
            static constexpr std::string_view own[] = {"code",        "label",        "label_welsh",
                                                       "in_use_from", "in_use_until", "position"};
            if (std::find(std::begin(own), std::end(own), key.str()) != std::end(own)) continue;
            entry.details.emplace(std::string(key.str()), any_value_as_text(value));
        }
        entries.push_back(std::move(entry));
    }
    if (auto const problems = problems_with(entries); !problems.empty())
        throw std::logic_error(std::string(file_name) + ": " + problems.front());
    return List(text_value(file_name, table, "name"), text_value(file_name, table, "title"),
                std::move(entries));
}

}  // namespace

std::map<std::string, List, std::less<>> shipped_lists() {
    std::map<std::string, List, std::less<>> lists;
    for (auto const& file : embedded_files("standards/lists/")) {
        auto list = read_list(file.name, file.content);
        auto name = list.name();
        lists.emplace(std::move(name), std::move(list));
    }
    return lists;
}

List with_overrides(List const& list, std::vector<ListEntry> overrides) {
    auto entries = list.all();
    for (auto& entry : overrides) {
        entry.is_override = true;
        for (auto& existing : entries)
            if (existing.code == entry.code &&
                (!existing.in_use_until || entry.in_use_from < *existing.in_use_until))
                existing.in_use_until = std::max(entry.in_use_from, existing.in_use_from);
        entries.push_back(std::move(entry));
    }
    return List(list.name(), list.title(), std::move(entries));
}

std::vector<std::string> problems_with(std::vector<ListEntry> const& entries) {
    std::vector<std::string> problems;
    for (std::size_t n = 0; n < entries.size(); ++n) {
        auto const& entry = entries[n];
        if (entry.code.empty()) problems.push_back("An entry has no code");
        if (entry.label.empty()) problems.push_back("The entry " + entry.code + " has no label");
        if (entry.in_use_until && *entry.in_use_until < entry.in_use_from)
            problems.push_back("The entry " + entry.code + " ends before it begins");
        for (std::size_t other = n + 1; other < entries.size(); ++other) {
            auto const& later = entries[other];
            bool const overlap = entry.code == later.code &&
                                 (!entry.in_use_until || later.in_use_from < *entry.in_use_until) &&
                                 (!later.in_use_until || entry.in_use_from < *later.in_use_until);
            if (overlap)
                problems.push_back("Two entries with the code " + entry.code +
                                   " are in use on the same days");
        }
    }
    return problems;
}

}  // namespace doorstep::legal
