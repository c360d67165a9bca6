#include "pages/admin/admin_page.h"

#include "domain/access/permissions.h"
#include "govuk/moj_side_navigation.h"
#include "html/elements.h"

namespace doorstep::pages::admin {
namespace {

using domain::access::Action;

struct SectionRow {
    Section section;
    char const* text;
    char const* href;
    Action action;
};

constexpr SectionRow section_rows[] = {
    {Section::home, "Health", "/admin", Action::see_settings},
    {Section::accounts, "Accounts", "/admin/accounts", Action::manage_accounts},
    {Section::teams, "Teams", "/admin/teams", Action::manage_accounts},
    {Section::lists, "Lists", "/admin/lists", Action::manage_lists},
    {Section::standards, "Standards", "/admin/standards", Action::see_settings},
    {Section::law, "Law in use", "/admin/law", Action::see_law},
    {Section::risk_questions, "Risk questions", "/admin/risk-sets", Action::see_settings},
    {Section::survey_questions, "Survey questions", "/admin/survey-sets", Action::see_settings},
    {Section::wording, "Wording", "/admin/wording", Action::manage_wording},
    {Section::look, "Look and contact", "/admin/site", Action::manage_site},
    {Section::webhooks, "Webhooks", "/admin/webhooks", Action::manage_site},
    {Section::publication, "Published figures", "/admin/publication", Action::manage_site},
    {Section::audit, "Audit", "/admin/audit", Action::see_audit},
};

Html side_navigation(Visit const& visit, Section here) {
    govuk::MojSideNavigation navigation{.label = "Settings", .sections = {}, .items = {}};
    for (auto const& row : section_rows)
        if (domain::access::may(visit.context.viewer, row.action))
            navigation.items.push_back({.text = row.text, .href = row.href, .active = row.section == here});
    return govuk::moj_side_navigation(navigation);
}

Page framed(Visit const& visit, Section section, std::string title, Html const& body) {
    Html columns = html::div("govuk-grid-column-one-quarter", side_navigation(visit, section));
    columns << html::div("govuk-grid-column-three-quarters", body);
    Page page;
    page.title = std::move(title);
    page.current_section = "settings";
    page.body = html::div("govuk-grid-row", columns);
    return page;
}

}  // namespace

Page admin_page(Visit& visit, Section section, std::string title, Html const& body) {
    return framed(visit, section, std::move(title), body);
}

Page admin_page_below(Visit& visit, Section section, Crumb const& above, std::string title,
                      Html const& body) {
    auto page = framed(visit, section, std::move(title), body);
    page.breadcrumbs = {{"Settings", "/admin"}, above};
    return page;
}

}  // namespace doorstep::pages::admin
