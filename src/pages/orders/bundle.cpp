#include "pages/orders/bundle.h"

#include "govuk/button.h"
#include "govuk/record_heading.h"
#include "govuk/table_wrap.h"
#include "html/elements.h"
#include "pages/orders/parts.h"
#include "usecases/orders/bundle.h"
#include "usecases/orders/papers.h"
#include "usecases/papers/paper_file.h"

namespace doorstep::pages::orders {
namespace {

using usecases::orders::BundleView;
using usecases::orders::MakeBundle;
using usecases::orders::MakeStatement;
using usecases::orders::StatementView;
using usecases::papers::PaperFormat;

govuk::TableWrap bundle_table(char const* caption, std::vector<govuk::TableCell> head) {
    govuk::TableWrap wrap;
    wrap.table.caption = caption;
    wrap.table.caption_classes = "govuk-table__caption--m";
    wrap.table.first_cell_is_header = true;
    wrap.table.stacks = true;
    wrap.table.head = std::move(head);
    return wrap;
}

std::string happened_words(domain::incidents::Incident const& incident) {
    auto words = date_words(incident.happened_on);
    if (incident.happened_time) words += " at " + incident.happened_time->words();
    return words;
}

void append_schedule(Html& body, BundleView const& view) {
    if (view.schedule.empty()) {
        body << html::h2("Schedule of incidents") << html::p("No incident is on file.");
        return;
    }
    auto wrap = bundle_table(
        "Schedule of incidents",
        {{.text = "No"}, {.text = "When"}, {.text = "Kind"}, {.text = "What happened"}, {.text = "Told by"}});
    for (auto const& one : view.schedule)
        wrap.table.rows.push_back({{.text = std::to_string(one.number)},
                                   {.text = happened_words(one.listed.incident)},
                                   {.text = one.kind},
                                   {.html = html::typed_text(one.words)},
                                   {.text = one.told_by}});
    append(body, wrap);
}

void append_chronology(Html& body, BundleView const& view) {
    if (view.chronology.empty()) return;
    auto wrap = bundle_table("Chronology", {{.text = "Day"}, {.text = "What"}});
    for (auto const& line : view.chronology)
        wrap.table.rows.push_back({{.text = date_words(line.on)}, {.text = line.words}});
    append(body, wrap);
}

void append_exhibits(Html& body, BundleView const& view) {
    if (view.exhibits.empty()) {
        body << html::h2("Exhibits") << html::p("No file is on the case.");
        return;
    }
    auto wrap = bundle_table("Exhibits", {{.text = "Exhibit"}, {.text = "What it is"}, {.text = "Received"}});
    for (auto const& exhibit : view.exhibits)
        wrap.table.rows.push_back({{.text = exhibit.label},
                                   {.text = exhibit.words},
                                   {.text = instant_words(exhibit.file.received_at)}});
    append(body, wrap);
}

void append_witnesses(Html& body, BundleView const& view) {
    auto wrap = bundle_table("Witnesses", {{.text = "Who"}, {.text = "As"}});
    for (auto const& witness : view.witnesses)
        wrap.table.rows.push_back({{.text = witness.label}, {.text = witness.part}});
    if (wrap.table.rows.empty())
        body << html::h2("Witnesses") << html::p("Nobody on the case has reported or seen it.");
    else
        append(body, wrap);
}

void append_legal(Html& body, BundleView const& view) {
    if (!view.actions.empty()) {
        auto wrap = bundle_table("Legal action", {{.text = "What"}, {.text = "Started"}, {.text = "Made"}});
        for (auto const& action : view.actions)
            wrap.table.rows.push_back({{.text = action.label},
                                       {.text = date_words(action.listed.started_on)},
                                       {.text = action.order.empty() ? "Nothing yet" : action.order}});
        append(body, wrap);
    }
    if (!view.terms.empty()) {
        std::vector<Html> items;
        for (auto const& term : view.terms) {
            Html item = html::typed_text(term.words);
            if (term.power_of_arrest) item << html::hint("With a power of arrest");
            items.push_back(std::move(item));
        }
        body << html::h2("Terms") << html::numbered_list(items);
    }
    if (!view.served.empty()) {
        auto wrap = bundle_table("Service",
                                 {{.text = "When"}, {.text = "What, on whom"}, {.text = "How, and proof"}});
        for (auto const& service : view.served)
            wrap.table.rows.push_back(
                {{.text = instant_words(service.served_at)},
                 {.text = std::string(words_of(service.what)) + ", on " + service.on_whom},
                 {.text = std::string(words_of(service.how)) +
                          (service.proof.empty() ? "" : ". " + service.proof)}});
        append(body, wrap);
    }
}

template <class Input>
forms::Field<Input> reason_field() {
    return forms::textarea_field(&Input::check_reason,
                                 {.name = "check-reason",
                                  .label = "Why may it leave with what was found?",
                                  .hint = "You have read it, and say why it gives nobody away",
                                  .rows = 3,
                                  .character_limit = 1000});
}

forms::Form<MakeBundle> bundle_form(BundleView const& view) {
    auto form = forms::form<MakeBundle>(
        "bundle", forms::radios_field(
                      &MakeBundle::format,
                      {.name = "format",
                       .label = "Download it as",
                       .choices = {{.value = "pdf", .text = std::string(words_of(PaperFormat::pdf))},
                                   {.value = "docx", .text = std::string(words_of(PaperFormat::docx))}}},
                      {forms::required("Select a PDF or a Word document")}));
    if (!view.to_check.empty()) form.fields.push_back(reason_field<MakeBundle>());
    return form;
}

forms::Form<MakeStatement> statement_form(StatementView const& view) {
    forms::Form<MakeStatement> form;
    form.name = "statement";
    if (!view.to_check.empty()) form.fields.push_back(reason_field<MakeStatement>());
    return form;
}

void append_sentences(Html& body, char const* heading, std::vector<std::string> const& sentences) {
    if (sentences.empty()) return;
    std::vector<Html> items;
    for (auto const& sentence : sentences) items.push_back(Html::text(sentence));
    body << html::h2(heading) << html::list(items);
}

http::Response bundle_page(Visit& visit, BundleView const& view, http::Pairs typed,
                           std::vector<Problem> const& problems) {
    auto const shapes = bundle_form(view).shapes();
    Html body = forms::problem_summary(problems, shapes, visit.language());
    body << govuk::record_heading({.caption = view.header.reference, .title = "Bundle for court"});
    body << html::p(view.area_and_kind);
    append_sentences(body, "Read before it leaves", view.to_check);
    append_sentences(body, "Named on purpose", view.named);
    Html fields = forms::render_fields(shapes, {.typed = std::move(typed), .problems = problems});
    fields << govuk::button({.text = "Download"});
    body << visit.form(cases::case_address(view.header.reference) + "/bundle", fields)
         << html::print_button("Print the bundle");
    append_chronology(body, view);
    append_schedule(body, view);
    append_exhibits(body, view);
    append_witnesses(body, view);
    append_legal(body, view);
    append_sentences(body, "Left out", view.left_out);
    Page page;
    page.title = "Bundle for court";
    page.breadcrumbs = {{"Cases", "/cases"},
                        {view.header.reference, cases::case_address(view.header.reference)},
                        {"Orders", orders_address(view.header.reference)}};
    page.current_section = "cases";
    page.print_reference = view.header.reference;
    page.has_errors = !problems.empty();
    page.body = std::move(body);
    return visit.page(std::move(page), problems.empty() ? 200 : 422);
}

http::Response as_download(usecases::papers::MadeFile made) {
    http::Response response;
    response.content_type = made.content_type;
    response.body = std::move(made.bytes);
    return std::move(response).with_header("Content-Disposition",
                                           "attachment; filename=\"" + made.name + "\"");
}

Html report_words(documents::Report const& report) {
    Html html;
    for (auto const& section : report.sections) {
        // A table is headed by its caption.
        if (!section.blocks.empty() && !std::holds_alternative<documents::ReportTable>(section.blocks[0]))
            html << html::h2(section.title);
        for (auto const& block : section.blocks) {
            if (auto const* words = std::get_if<documents::TypedWords>(&block))
                html << html::p(html::typed_text(words->words));
            if (auto const* table = std::get_if<documents::ReportTable>(&block)) {
                std::vector<govuk::TableCell> head;
                for (auto const& cell : table->head) head.push_back({.text = cell});
                auto wrap = bundle_table(table->caption.c_str(), std::move(head));
                for (auto const& row : table->rows) {
                    auto& cells = wrap.table.rows.emplace_back();
                    for (auto const& cell : row) cells.push_back({.html = html::typed_text(cell)});
                }
                append(html, wrap);
            }
        }
    }
    return html;
}

http::Response statement_page(Visit& visit, StatementView const& view, http::Pairs typed,
                              std::vector<Problem> const& problems) {
    auto const shapes = statement_form(view).shapes();
    auto const address = action_address(view.header.reference, view.action);
    Html body = forms::problem_summary(problems, shapes, visit.language());
    body << govuk::record_heading({.caption = view.header.reference, .title = view.report.title});
    body << html::p(view.report.status + ".");
    append_sentences(body, "Read before it leaves", view.to_check);
    Html fields = forms::render_fields(shapes, {.typed = std::move(typed), .problems = problems});
    fields << govuk::button({.text = "Download as a Word document"});
    body << visit.form(address + "/statement", fields) << report_words(view.report);
    append_sentences(body, "Left out", view.left_out);
    body << html::p(html::a(address, "All of this legal action"));
    Page page;
    page.title = view.report.title;
    page.breadcrumbs = {{"Cases", "/cases"},
                        {view.header.reference, cases::case_address(view.header.reference)},
                        {view.action_label, address}};
    page.current_section = "cases";
    page.print_reference = view.header.reference;
    page.has_errors = !problems.empty();
    page.body = std::move(body);
    return visit.page(std::move(page), problems.empty() ? 200 : 422);
}

}  // namespace

http::Response show_statement(Visit& visit) {
    auto const view = usecases::orders::view_statement(visit.context, visit.request.parameter("reference"),
                                                       visit.request.parameter("action"));
    if (!view) return visit.refused(view.error());
    return statement_page(visit, *view, {}, {});
}

http::Response post_statement(Visit& visit) {
    auto const view = usecases::orders::view_statement(visit.context, visit.request.parameter("reference"),
                                                       visit.request.parameter("action"));
    if (!view) return visit.refused(view.error());
    auto parsed = visit.parse(statement_form(*view));
    if (!parsed.ok()) return statement_page(visit, *view, std::move(parsed.typed), parsed.problems);
    parsed.input.reference = view->header.reference;
    parsed.input.action = std::string(view->action.text());
    auto made = usecases::orders::make_statement(visit.context, parsed.input);
    if (made) return as_download(std::move(*made));
    if (is_about_the_form(made.error()))
        return statement_page(visit, *view, std::move(parsed.typed), problems_of(made.error()));
    return visit.refused(made.error());
}

http::Response show_bundle(Visit& visit) {
    auto const view = usecases::orders::view_bundle(visit.context, visit.request.parameter("reference"));
    if (!view) return visit.refused(view.error());
    return bundle_page(visit, *view, {}, {});
}

http::Response post_bundle(Visit& visit) {
    auto const view = usecases::orders::view_bundle(visit.context, visit.request.parameter("reference"));
    if (!view) return visit.refused(view.error());
    auto parsed = visit.parse(bundle_form(*view));
    if (!parsed.ok()) return bundle_page(visit, *view, std::move(parsed.typed), parsed.problems);
    parsed.input.reference = view->header.reference;
    auto made = usecases::orders::make_bundle(visit.context, parsed.input);
    if (!made && is_about_the_form(made.error()))
        return bundle_page(visit, *view, std::move(parsed.typed), problems_of(made.error()));
    if (!made) return visit.refused(made.error());
    return as_download(std::move(*made));
}

}  // namespace doorstep::pages::orders
