#include "pages/plans/plan_copy.h"

#include "govuk/link_row.h"
#include "govuk/table_wrap.h"
#include "govuk/warning_text.h"
#include "html/elements.h"
#include "pages/content/markdown.h"
#include "pages/plans/plan_parts.h"
#include "usecases/letters/site_fields.h"
#include "usecases/plans/give_copy.h"

namespace doorstep::pages::plans {
namespace {

using usecases::plans::GiveCopy;
using usecases::plans::PlanCopyView;

forms::Form<GiveCopy> const& give_copy_form() {
    static auto const form = forms::form<GiveCopy>(
        "give-copy",
        forms::date_field(&GiveCopy::given_on,
                          {.name = "given-on", .label = "When were they given it?", .recent_days = true},
                          {forms::required("Enter the date they were given it"),
                           forms::not_in_future("Date must be today or in the past")}),
        forms::radios_field(&GiveCopy::how, {.name = "how", .label = "How?"},
                            {forms::required("Select how they were given it")}));
    return form;
}

/// The reader is named: the sheet may lie among those of others.
std::string whose_words(PlanCopyView const& view, domain::plans::CopyOwner whose) {
    bool const welsh = view.language == "cy";
    switch (whose) {
        case domain::plans::CopyOwner::we:
            return welsh ? "Ni" : "We";
        case domain::plans::CopyOwner::reader:
            return (welsh ? "Chi (" : "You (") + view.reader_name + ")";
        case domain::plans::CopyOwner::partner:
            return welsh ? "Partner rydym yn gweithio gydag ef" : "A partner we work with";
        case domain::plans::CopyOwner::support_team:
            return welsh ? "Ein tîm cymorth" : "Our support team";
    }
    return {};
}

Html copy_steps(PlanCopyView const& view) {
    bool const welsh = view.language == "cy";
    govuk::Table table{.rows = {},
                       .head = {{.text = welsh ? "Beth" : "What"},
                                {.text = welsh ? "Pwy" : "Who"},
                                {.text = welsh ? "Erbyn" : "By"}},
                       .first_cell_is_header = true,
                       .stacks = true};
    for (auto const& line : view.copy.lines)
        table.rows.push_back({{.text = line.what},
                              {.text = whose_words(view, line.whose)},
                              {.text = usecases::letters::day_in(view.language, line.due_on) +
                                       (line.done_on ? welsh ? ", wedi’i wneud" : ", done" : "")}});
    Html body = govuk::table_wrap({.table = table, .label = welsh ? "Camau" : "Steps"});
    if (view.copy.others_work_too)
        body << html::p(welsh ? "Mae pobl eraill yn gwneud pethau hefyd na allwn ddweud wrthych amdanynt."
                              : "Other people have things to do too, which we cannot tell you about.");
    return body;
}

std::string reader_address(PlanCopyView const& view, CasePersonId reader) {
    return plan_address(view.reference) + "/copy?reader=" + std::string(reader.text());
}

/// For the officer, not on paper.
Html staff_part(PlanCopyView const& view) {
    Html staff;
    if (view.readers.size() > 1) {
        govuk::LinkRow row{.label = "Copy for", .items = {}};
        for (auto const& reader : view.readers)
            row.items.push_back({.text = reader.words,
                                 .href = reader_address(view, reader.id),
                                 .current = reader.id == view.reader});
        staff << govuk::link_row(row);
    }
    if (!view.copy.hidden.empty()) {
        std::vector<Html> left_out;
        for (auto const& hidden : view.copy.hidden) left_out.push_back(html::typed_text(hidden.what));
        Html words;
        words << "Left out, because the words give somebody else away. Say it in other words in a new plan:";
        staff << govuk::warning_text({.html = words}) << html::list(left_out);
    }
    staff << html::p(
        "Print this page, or read it out. What stands above and below the letter is not printed.");
    return html::div("govuk-!-display-none-print", staff);
}

http::Response copy_page(Visit& visit, PlanCopyView const& view, http::Pairs typed,
                         std::vector<Problem> const& problems) {
    auto const shapes = give_copy_form().shapes();
    Html body = staff_part(view);
    content::MarkdownOptions options;
    options.language = view.language == "cy" ? http::Language::welsh : http::Language::english;
    options.lower_headings_by = 1;
    options.blocks.emplace("steps", copy_steps(view));
    body << html::section("ds-letter", "Copy of the plan", content::markdown(view.letter, options));
    if (view.may_plan) {
        Html fields =
            forms::render_fields(shapes, {.typed = std::move(typed), .problems = problems, .choices = {}});
        fields << forms::buttons("Save", plan_address(view.reference));
        Html form = html::h2("They were given a copy");
        form << visit.form(reader_address(view, view.reader), fields);
        body << html::div("govuk-!-display-none-print", form);
    }
    return plan_form_page(visit, view.reference, "Copy of the plan", std::move(body),
                          forms::problem_summary(problems, shapes, visit.language()),
                          problems.empty() ? 200 : 422);
}

Expected<PlanCopyView> copy_view(Visit& visit) {
    return usecases::plans::view_plan_copy(visit.context, visit.request.parameter("reference"),
                                           CasePersonId::parse(visit.request.query.value("reader")));
}

}  // namespace

http::Response show_copy(Visit& visit) {
    auto const view = copy_view(visit);
    if (!view) return visit.refused(view.error());
    return copy_page(visit, *view, {}, {});
}

http::Response post_copy(Visit& visit) {
    auto const view = copy_view(visit);
    if (!view) return visit.refused(view.error());
    auto parsed = visit.parse(give_copy_form());
    if (!parsed.ok()) return copy_page(visit, *view, std::move(parsed.typed), parsed.problems);
    parsed.input.reference = view->reference;
    auto const given = usecases::plans::give_copy(visit.context, parsed.input);
    if (given) return visit.done(plan_address(view->reference), "Copy of the plan written down as given.");
    if (is_about_the_form(given.error()))
        return copy_page(visit, *view, std::move(parsed.typed), problems_of(given.error()));
    return visit.refused(given.error());
}

}  // namespace doorstep::pages::plans
