#include "govuk/details.h"
#include "govuk/inset_text.h"
#include "govuk/table_wrap.h"
#include "html/elements.h"
#include "pages/papers/papers.h"
#include "pages/papers/parts.h"
#include "usecases/papers/view_section.h"
#include "usecases/papers/write_paper.h"

namespace doorstep::pages::papers {
namespace {

using domain::papers::PartnerSummary;
using usecases::papers::SectionForm;
using usecases::papers::WriteSection;

constexpr int longest_section = 20000;

forms::Form<WriteSection> section_form(bool is_implication) {
    forms::Form<WriteSection> form;
    form.name = "paper-section";
    if (is_implication)
        form.fields.push_back(forms::yes_no_field(
            &WriteSection::answer,
            {.name = "answer", .label = "Does this paper have implications of this kind?"},
            {forms::required("Select yes if this paper has implications of this kind")}));
    form.fields.push_back(forms::textarea_field(
        &WriteSection::words,
        {.name = "words",
         .label = is_implication ? "What are they?" : "Words of this section",
         .hint = "An empty line begins a new paragraph. Lines that begin with a hyphen are a list",
         .rows = is_implication ? 5 : 14},
        {forms::at_most(longest_section, "Words must be 20,000 characters or fewer")}));
    return form;
}

Html beside(SectionForm const& view) {
    Html html;
    if (!view.before_words.empty())
        html << html::h2("In the paper of " + view.before_quarter) << typed_blocks(view.before_words);
    else
        html << html::p("There are no words of the quarter before to compare with.");
    if (view.older.empty()) return html;
    Html older;
    for (auto const& one : view.older)
        older << html::h3(instant_words(one.edited_at) + (one.edited_by.empty() ? "" : ", " + one.edited_by))
              << html::p(html::typed_text(one.words));
    return html << govuk::details({.summary_text = "Earlier versions", .html = older});
}

FormPage page_of(SectionForm const& view) {
    auto const address = paper_address(view.paper.id);
    http::Pairs hidden;
    hidden.set("version", std::to_string(view.version));
    FormPage page{.title = view.title,
                  .paper = address,
                  .action = address + "/sections/" + view.code,
                  .cancel = address,
                  .before = {},
                  .after = beside(view),
                  .hidden = std::move(hidden)};
    if (view.version == 0 && !view.is_implication && !view.words.empty())
        page.before << govuk::inset_text(
            {.text = "Filled in from the figures. Until somebody saves it, it is filled in again "
                     "whenever the figures change."});
    else if (view.edited_at)
        page.before << html::hint("Last written " + instant_words(*view.edited_at) +
                                  (view.edited_by.empty() ? "" : " by " + view.edited_by));
    return page;
}

/// E4: theirs beside what was typed, which stays in the form.
http::Response both_versions(Visit& visit, SectionForm const& view, http::Pairs typed) {
    auto page = page_of(view);
    Html words = html::p(
        "Someone changed this while you were working: their words are below, yours are in the "
        "form. Put together what should stand, and save.");
    words << html::h2("Their words") << typed_blocks(view.words);
    page.before = govuk::inset_text({.html = words});
    return form_page(visit, std::move(page), section_form(view.is_implication).shapes(), std::move(typed), {},
                     {}, 409);
}

forms::Form<PartnerSummary> const& partner_form() {
    static auto const form = forms::form<PartnerSummary>(
        "partner-summary",
        forms::text_field(&PartnerSummary::partner,
                          {.name = "partner", .label = "Partner", .hint = "For example, Northgate Police"},
                          {forms::required("Enter the partner’s name"),
                           forms::at_most(200, "The name must be 200 characters or fewer")}),
        forms::text_field(&PartnerSummary::patrols, {.name = "patrols",
                                                     .label = "Patrols",
                                                     .hint = "Leave empty if they did not say",
                                                     .classes = "govuk-input--width-5",
                                                     .input_mode = "numeric"}),
        forms::text_field(&PartnerSummary::referrals, {.name = "referrals",
                                                       .label = "Referrals",
                                                       .hint = "Leave empty if they did not say",
                                                       .classes = "govuk-input--width-5",
                                                       .input_mode = "numeric"}),
        forms::textarea_field(&PartnerSummary::words,
                              {.name = "words", .label = "Their summary of the quarter", .rows = 6},
                              {forms::at_most(5000, "The summary must be 5,000 characters or fewer")}));
    return form;
}

http::Response partners_page(Visit& visit, http::Pairs typed, std::vector<Problem> const& problems) {
    auto const view = usecases::papers::view_paper(visit.context, visit.request.parameter("paper"));
    if (!view) return visit.refused(view.error());
    auto const address = paper_address(view->paper.id);
    govuk::Table table{
        .rows = {},
        .head = {{.text = "Partner"}, {.text = "Patrols"}, {.text = "Referrals"}, {.text = "Summary"}},
        .caption = "What partners told us",
        .caption_classes = "govuk-table__caption--m",
        .first_cell_is_header = true,
        .stacks = true};
    auto const number = [](std::optional<std::int64_t> value) {
        return value ? std::to_string(*value) : std::string("Not given");
    };
    for (auto const& one : view->figures.partners)
        table.rows.push_back({{.text = one.partner},
                              {.text = number(one.patrols)},
                              {.text = number(one.referrals)},
                              {.html = html::typed_text(one.words)}});
    FormPage page{.title = "Summary of partners",
                  .paper = address,
                  .action = address + "/partners",
                  .cancel = address,
                  .before = {},
                  .after = {},
                  .hidden = {}};
    if (table.rows.empty())
        page.before << html::p("No partner has told us about this quarter yet.");
    else
        page.before << govuk::table_wrap({.table = table, .label = ""});
    page.before << html::h2("Add a partner")
                << html::p(
                       "What is saved under the name of a partner above takes the place of what is there.");
    return form_page(visit, std::move(page), partner_form().shapes(), std::move(typed), problems);
}

}  // namespace

http::Response show_section(Visit& visit) {
    auto const view = usecases::papers::view_section(visit.context, visit.request.parameter("paper"),
                                                     visit.request.parameter("section"));
    if (!view) return visit.refused(view.error());
    WriteSection const input{.id = {}, .code = {}, .answer = view->answer, .words = view->words};
    auto const form = section_form(view->is_implication);
    return form_page(visit, page_of(*view), form.shapes(), forms::fill(form, input), {});
}

http::Response post_section(Visit& visit) {
    auto const id = visit.request.parameter("paper");
    auto const code = visit.request.parameter("section");
    auto const form = section_form(code.starts_with("implications."));
    auto parsed = visit.parse(form);
    auto const again = [&](std::vector<Problem> const& problems, bool is_conflict) -> http::Response {
        auto const view = usecases::papers::view_section(visit.context, id, code);
        if (!view) return visit.refused(view.error());
        if (is_conflict) return both_versions(visit, *view, parsed.typed);
        auto page = page_of(*view);
        page.hidden.set("version", std::string(visit.request.form.value("version")));
        return form_page(visit, std::move(page), form.shapes(), parsed.typed, problems);
    };
    if (!parsed.ok()) return again(parsed.problems, false);
    parsed.input.id = std::string(id);
    parsed.input.code = std::string(code);
    parsed.input.seen_version =
        forms::Codec<std::int64_t>::decode(visit.request.form.value("version")).value_or(0);
    auto const saved = usecases::papers::write_section(visit.context, parsed.input);
    if (saved) return visit.done(paper_address(visit), "Section saved.");
    if (saved.error().code() == "changed-meanwhile") return again({}, true);
    if (is_about_the_form(saved.error())) return again(problems_of(saved.error()), false);
    return visit.refused(saved.error());
}

http::Response show_partners(Visit& visit) { return partners_page(visit, {}, {}); }

http::Response post_partners(Visit& visit) {
    auto parsed = visit.parse(partner_form());
    if (!parsed.ok()) return partners_page(visit, std::move(parsed.typed), parsed.problems);
    auto const saved = usecases::papers::write_partner(
        visit.context, {.id = std::string(visit.request.parameter("paper")), .summary = parsed.input});
    if (saved) return visit.done(paper_address(visit) + "/partners", "Saved.");
    if (is_about_the_form(saved.error()))
        return partners_page(visit, std::move(parsed.typed), problems_of(saved.error()));
    return visit.refused(saved.error());
}

}  // namespace doorstep::pages::papers
