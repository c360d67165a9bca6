#include "pages/cases/case_frame.h"

#include "govuk/link_row.h"
#include "govuk/moj_sub_navigation.h"
#include "govuk/record_heading.h"
#include "html/elements.h"

namespace doorstep::pages::cases {
namespace {

struct SectionLink {
    Section section;
    char const* words;
    char const* path;
    int storage::cases::SectionCounts::*count;
};

using storage::cases::SectionCounts;

constexpr SectionLink sections[] = {
    {Section::overview, "Overview", "", nullptr},
    {Section::people, "People", "/people", &SectionCounts::people},
    {Section::incidents, "Incidents", "/incidents", &SectionCounts::incidents},
    {Section::evidence, "Evidence", "/evidence", &SectionCounts::files},
    {Section::risk, "Risk", "/risk", &SectionCounts::assessments},
    {Section::plan, "Plan and contacts", "/plan", &SectionCounts::contacts},
    {Section::action, "Action", "/actions", &SectionCounts::actions},
    {Section::file, "File", "/links", nullptr},
};

enum class Shown { to_everybody, to_those_who_see_history };

struct PartLink {
    Section section;
    char const* words;
    std::string_view path;
    Shown shown = Shown::to_everybody;
};

// clang-format off
constexpr PartLink parts[] = {
    {Section::plan,   "Plan",         "/plan"},
    {Section::plan,   "Contact log",  "/contacts"},
    {Section::action, "Actions",      "/actions"},
    {Section::action, "Orders",       "/orders"},
    {Section::action, "Tasks",        "/tasks"},
    {Section::file,   "Linked cases", "/links"},
    {Section::file,   "History",      "/history", Shown::to_those_who_see_history},
    {Section::file,   "Who looked",   "/access",  Shown::to_those_who_see_history},
};
// clang-format on

Page page_of(CasePage&& page) {
    Page made;
    made.title = page.title;
    made.has_errors = page.has_errors;
    made.breadcrumbs = {{"Cases", "/cases"}, {page.reference, case_address(page.reference)}};
    made.current_section = "cases";
    made.print_reference = page.reference;
    return made;
}

}  // namespace

std::string case_address(std::string_view reference) { return "/cases/" + std::string(reference); }

Html case_navigation(std::string_view reference, SectionCounts const& counts, Section active) {
    govuk::MojSubNavigation navigation{.label = "Sections of this case"};
    navigation.items.reserve(std::size(sections));
    for (auto const& section : sections) {
        govuk::MojSubNavigationItem item{.text = section.words,
                                         .href = case_address(reference) + section.path,
                                         .active = section.section == active};
        if (section.count && counts.*section.count > 0)
            item.text += " (" + std::to_string(counts.*section.count) + ")";
        navigation.items.push_back(std::move(item));
    }
    return govuk::moj_sub_navigation(navigation);
}

Html section_parts(std::string_view reference, Section section, std::string_view active,
                   bool may_see_history) {
    govuk::LinkRow row{.label = "Pages of this section"};
    for (auto const& part : parts)
        if (part.section == section && (may_see_history || part.shown == Shown::to_everybody))
            row.items.push_back({.text = part.words,
                                 .href = case_address(reference) + std::string(part.path),
                                 .current = active.empty() ? row.items.empty() : part.path == active});
    return row.items.size() < 2 ? Html() : govuk::link_row(row);
}

Page section_page(CasePage page, SectionCounts const& counts) {
    Html body = case_navigation(page.reference, counts, page.section);
    body << section_parts(page.reference, page.section, page.part, page.may_see_history);
    Html content;
    append(content, govuk::RecordHeading{.caption = page.reference, .title = page.title});
    content << page.body;
    body << (page.narrow ? html::two_thirds(content) : content);
    auto made = page_of(std::move(page));
    made.body = std::move(body);
    return made;
}

Page form_page(CasePage page, Html const& problem_summary) {
    Html content = problem_summary;
    append(content, govuk::RecordHeading{.caption = page.reference, .title = page.title});
    content << page.body;
    auto made = page_of(std::move(page));
    made.body = html::two_thirds(content);
    return made;
}

govuk::Tag stage_tag(domain::cases::State state) {
    using domain::cases::State;
    char const* colour = "govuk-tag--grey";
    if (state == State::open) colour = "govuk-tag--blue";
    if (state == State::closing) colour = "govuk-tag--teal";
    return {.text = std::string(words_of(state)), .classes = colour};
}

govuk::Tag risk_tag(std::optional<domain::cases::RiskBand> band, domain::cases::BeforeAssessment before) {
    using domain::cases::RiskBand;
    if (!band && before == domain::cases::BeforeAssessment::taken_as_high)
        return {.text = std::string(risk_words(band, before)), .classes = "govuk-tag--red"};
    if (!band) return {.text = "Risk not assessed", .classes = "govuk-tag--grey"};
    char const* colour = "govuk-tag--grey";
    if (*band == RiskBand::high) colour = "govuk-tag--red";
    if (*band == RiskBand::medium) colour = "govuk-tag--yellow";
    return {.text = std::string(words_of(*band)) + " risk", .classes = colour};
}

}  // namespace doorstep::pages::cases
