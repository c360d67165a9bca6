#include "pages/menu.h"

#include "base/text.h"
#include "domain/access/permissions.h"
#include "usecases/work/menu_counts.h"

namespace doorstep::pages {
namespace {

using domain::access::Action;

struct Entry {
    char const* key;
    char const* text;
    char const* href;
    Action action;
};

// In the order they stand. An address appears once its page exists.
constexpr Entry entries[] = {
    {"work", "My work", "/work", Action::see_my_work},
    {"team", "Team", "/team", Action::see_team},
    {"take-report", "Take a report", "/reports/new", Action::take_report},
    {"note", "Log something", "/notes/new", Action::log_note},
    {"triage", "Triage", "/triage", Action::see_triage},
    {"cases", "Cases", "/cases", Action::find_cases},
    {"places", "Places", "/places", Action::see_places},
    {"approvals", "Approvals", "/approvals", Action::approve},
    {"surveys", "Surveys", "/surveys", Action::see_surveys},
    {"post", "Post", "/post", Action::print_post},
    {"figures", "Figures", "/figures", Action::see_figures},
    {"panel", "Panel", "/panel", Action::ask_panel_question},
    {"performance", "Performance", "/performance", Action::see_performance},
    {"quality", "Quality", "/quality", Action::check_quality},
    {"meetings", "Meetings", "/meetings", Action::see_panel},
    {"papers", "Papers", "/papers", Action::see_papers},
    {"settings", "Settings", "/admin", Action::see_settings},
};

}  // namespace

std::vector<MenuItem> menu_for(usecases::Context& context) {
    auto const counts = usecases::work::menu_counts(context);
    std::vector<MenuItem> items;
    for (auto const& entry : entries) {
        if (!domain::access::may(context.viewer, entry.action)) continue;
        // Performance is the figures page of those who have no way to cases.
        if (entry.action == Action::see_performance &&
            domain::access::may(context.viewer, Action::see_figures))
            continue;
        // A note is for those who are out and about; who sorts what arrives writes whole reports.
        if (entry.action == Action::log_note && domain::access::may(context.viewer, Action::see_triage))
            continue;
        MenuItem item{.key = entry.key, .text = entry.text, .href = entry.href, .count = {}};
        if (entry.action == Action::see_triage) item.count = counts.triage;
        if (entry.action == Action::approve) item.count = counts.approvals;
        items.push_back(std::move(item));
    }
    return items;
}

std::vector<MenuItem> account_links(domain::access::Viewer const&) {
    return {{.key = "account", .text = "Your account", .href = "/your-account", .count = {}}};
}

std::string role_words(domain::access::Roles roles) {
    std::vector<std::string> words;
    for (auto const& role : all_of<domain::access::Role>())
        if (roles.has(role.value)) words.emplace_back(role.words);
    return text::join(words, ", ");
}

std::string home_for(domain::access::Viewer const& viewer) {
    for (auto const& entry : entries)
        if (domain::access::may(viewer, entry.action)) return entry.href;
    return "/your-account";
}

}  // namespace doorstep::pages
