#include "inputs/reports/kinds.h"

#include <algorithm>

namespace doorstep::inputs::reports {

using legal::ListEntry;

std::vector<forms::Choice> kind_choices(usecases::Settings const& settings, Date today) {
    std::vector<forms::Choice> choices;
    auto const add = [&](ListEntry const& entry, std::string value) {
        auto const words = [&](char const* detail, std::string const& otherwise) {
            auto const own = entry.detail(detail);
            return own.empty() ? otherwise : std::string(own);
        };
        choices.push_back({.value = std::move(value),
                           .text = words("resident_label", entry.label),
                           .text_welsh = words("resident_label_welsh", entry.label_welsh),
                           .hint = std::string(entry.detail("hint")),
                           .hint_welsh = std::string(entry.detail("hint_welsh"))});
    };
    for (auto const* entry : settings.list("categories").in_use(today)) add(*entry, entry->code);
    for (auto const* entry : settings.list("signposts").in_use(today))
        if (!entry->detail("resident_label").empty()) add(*entry, std::string(other_kind) + entry->code);
    return choices;
}

bool needs_support(Pairs const& answers, usecases::Settings const& settings, Date today) {
    auto const kinds = answers.all("kinds");
    return std::any_of(kinds.begin(), kinds.end(), [&](std::string_view code) {
        auto const* entry = settings.list("categories").find(code, today);
        return entry && entry->detail("support_first") == "true";
    });
}

std::vector<ListEntry const*> others_who_help(Pairs const& answers, usecases::Settings const& settings,
                                              Date today) {
    std::vector<std::string> codes;
    for (auto const kind : answers.all("kinds")) {
        if (kind.starts_with(other_kind)) {
            codes.emplace_back(kind.substr(other_kind.size()));
        } else if (auto const* entry = settings.list("categories").find(kind, today)) {
            if (!entry->detail("signpost").empty()) codes.emplace_back(entry->detail("signpost"));
        }
    }
    std::vector<ListEntry const*> services;
    for (auto const* entry : settings.list("signposts").in_use(today))
        if (std::find(codes.begin(), codes.end(), entry->code) != codes.end()) services.push_back(entry);
    return services;
}

std::vector<ListEntry const*> helplines(std::vector<std::string> const& support_for,
                                        usecases::Settings const& settings, Date today) {
    std::vector<ListEntry const*> found;
    for (auto const* entry : settings.list("signposts").in_use(today))
        if (!entry->detail("support_for").empty() &&
            std::find(support_for.begin(), support_for.end(), entry->detail("support_for")) !=
                support_for.end())
            found.push_back(entry);
    return found;
}

}  // namespace doorstep::inputs::reports
