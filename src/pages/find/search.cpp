#include "pages/find/search.h"

#include "base/text.h"
#include "govuk/button.h"
#include "govuk/empty_state.h"
#include "govuk/error_summary.h"
#include "govuk/input.h"
#include "govuk/summary_list.h"
#include "html/elements.h"
#include "pages/cases/case_frame.h"
#include "pages/find/case_table.h"
#include "usecases/find/search.h"

namespace doorstep::pages::find {
namespace {

using usecases::find::Found;
using usecases::find::FoundPerson;

constexpr std::size_t parts_shown = 5;

constexpr char const* nothing_typed = "Enter what you are looking for";

Html box(Visit& visit, std::string const& words, bool is_missing) {
    Html fields =
        govuk::input({.id = "words",
                      .name = "words",
                      .type = "search",
                      .value = words,
                      .label = {.text = "What are you looking for?"},
                      .hint = {.text = "A reference, a name however it is spelt, a telephone number, a "
                                       "postcode or address, or words of a case"},
                      .error_message = {.text = is_missing ? nothing_typed : ""},
                      .autocomplete = "off",
                      .spellcheck = false});
    fields << govuk::button({.text = "Search"});
    return visit.form("/search", fields);
}

Html parts_of(FoundPerson const& person) {
    std::vector<Html> items;
    for (auto const& part : person.parts) {
        if (items.size() == parts_shown) {
            items.push_back(Html::text("and " + std::to_string(person.parts.size() - parts_shown) + " more"));
            break;
        }
        Html item = html::a(cases::case_address(part.reference), part.title);
        item << " (" << part.reference << "): " << text::lower_ascii(words_of(part.part))
             << (part.is_closed ? ", closed" : "");
        items.push_back(std::move(item));
    }
    return html::list(items);
}

Html people(Found const& found) {
    Html html = html::h2("People");
    for (auto const& person : found.people) {
        govuk::SummaryList card{.rows = {}, .card = {.title = {.text = person.name, .heading_level = 3}}};
        if (found.may_see_people)
            card.card.actions.items.push_back({.href = "/people/" + std::string(person.id.text()),
                                               .text = "All about them",
                                               .visually_hidden_text = person.name});
        if (person.likeness < 0.999)
            card.rows.push_back(
                {.key = {.text = "Why"}, .value = {.text = "The name is like what you typed"}});
        if (!person.address.empty())
            card.rows.push_back({.key = {.text = "Address"}, .value = {.text = person.address}});
        card.rows.push_back({.key = {.text = "Cases"}, .value = {.html = parts_of(person)}});
        html << govuk::summary_list(card);
    }
    auto const shown = static_cast<long long>(found.people.size());
    if (found.people_found > shown || found.more_people_than_counted)
        html << html::p(
            "The first " + text::thousands(shown) + " of " +
            (found.more_people_than_counted ? "more than " : "") + text::thousands(found.people_found) +
            ", the likest first. Add another name, or look for a telephone number or an address.");
    return html;
}

Html places(Found const& found) {
    Html html = html::h2("Places");
    std::vector<Html> items;
    for (auto const& block : found.blocks) {
        Html item = html::a("/places/" + std::string(block.id.text()), block.name);
        item << ", " << text::count_of(block.homes, "home", "homes");
        items.push_back(std::move(item));
    }
    for (auto const& address : found.addresses)
        items.push_back(html::a("/places/" + std::string(address.id.text()), address.in_one_line()));
    html << html::list(items);
    if (found.more_addresses) html << html::p("There are more: add a word, a number or the postcode.");
    return html;
}

Html results(Found const& found, Date today) {
    Html html;
    if (found.words.empty()) return html;
    if (found.nothing()) {
        html << govuk::empty_state({.title = "Nothing found that you can see",
                                    .text = "Try fewer words, another spelling, or only the postcode.",
                                    .action_text = "See all cases",
                                    .action_href = "/cases"});
        return html;
    }
    if (!found.people.empty()) html << people(found);
    if (!found.cases.empty()) {
        html << short_case_table(found.cases, "Cases", today);
        if (found.more_cases) html << html::p("There are more: add a word.");
    }
    if (!found.addresses.empty()) html << places(found);
    return html;
}

http::Response page_of(Visit& visit, Found const& found, bool is_missing = false) {
    Page page;
    page.title = "Search";
    page.current_section = "cases";
    page.breadcrumbs = {{"Cases", "/cases"}};
    page.has_errors = is_missing;
    if (is_missing)
        page.body << govuk::error_summary(
            {.title_text = "There is a problem", .error_list = {{.text = nothing_typed, .href = "#words"}}});
    page.body << html::h1("Search") << html::two_thirds(box(visit, found.words, is_missing));
    if (!is_missing) page.body << results(found, visit.context.today);
    return visit.page(std::move(page), is_missing ? 422 : 200);
}

}  // namespace

http::Response show_search(Visit& visit) { return page_of(visit, {}); }

http::Response post_search(Visit& visit) {
    auto const found = usecases::find::search(visit.context, visit.request.form.value("words"));
    if (!found) return visit.refused(found.error());
    if (found->case_reference) return visit.see_other(cases::case_address(*found->case_reference));
    if (found->report) return visit.see_other("/triage/" + std::string(found->report->text()));
    return page_of(visit, *found, text::fold(found->words).empty());
}

}  // namespace doorstep::pages::find
