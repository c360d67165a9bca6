#include "pages/evidence/evidence.h"

#include "base/text.h"
#include "govuk/button.h"
#include "govuk/empty_state.h"
#include "govuk/file_upload.h"
#include "govuk/summary_list.h"
#include "govuk/table_wrap.h"
#include "html/elements.h"
#include "pages/cases/case_form.h"
#include "pages/file_words.h"
#include "pages/files/routes.h"
#include "pages/paging.h"
#include "usecases/evidence/evidence.h"

namespace doorstep::pages::evidence {

using forms::at_most;
using forms::required;
using usecases::evidence::EvidenceView;

namespace {

/// Some files at once, each up to the landlord's limit.
constexpr std::uint64_t evidence_upload_limit = 420'000'000;

struct EvidenceTyped {
    std::string description;
    domain::people::Side side = domain::people::Side::reporting;
};

forms::Form<EvidenceTyped> const& evidence_form() {
    static auto const form = forms::form<EvidenceTyped>(
        "add-evidence",
        forms::textarea_field(
            &EvidenceTyped::description,
            {.name = "description",
             .label = "What is in it?",
             .hint = "So that nobody opens it unprepared: shouting and threats, no pictures of "
                     "people. Say when it was made, if that is known",
             .rows = 3},
            {required("Enter what is in it"),
             at_most(1000, "What is in it must be 1,000 characters or fewer")}),
        forms::radios_field(&EvidenceTyped::side,
                            {.name = "side",
                             .label = "From which side did it come?",
                             .hint = "It is never shown to the other side"},
                            {required("Select which side it came from")}));
    return form;
}

std::string evidence_address(std::string_view reference) {
    return cases::case_address(reference) + "/evidence";
}

std::string received_words(EvidenceView::Item const& item) {
    auto words = date_words(london_date(item.file.received_at));
    return words + (item.received_by.empty() ? ", from a resident" : ", by " + item.received_by);
}

std::string opened_words(EvidenceView::Item const& item) {
    if (!item.file.first_opened_at) return "Not yet";
    auto words = date_words(london_date(*item.file.first_opened_at));
    return item.opened_by.empty() ? words : words + ", by " + item.opened_by;
}

http::Response add_evidence_page(Visit& visit, EvidenceView const& view, http::Pairs typed,
                                 std::vector<Problem> const& problems) {
    auto const address = evidence_address(view.header.reference);
    auto shapes = evidence_form().shapes();
    govuk::FileUpload upload{
        .id = "files",
        .name = "files",
        .multiple = true,
        .label = {.text = "Files"},
        .hint = {.text = limit_words(usecases::files::limits(visit.context), http::Language::english)}};
    for (auto const& problem : problems)
        if (problem.field == "files") upload.error_message.text = problem.message;
    Html fields = govuk::file_upload(upload);
    fields << forms::render_fields(shapes, {.typed = std::move(typed), .problems = problems});
    fields << forms::buttons("Add evidence", address);
    auto page = cases::form_page({.reference = view.header.reference,
                                  .title = "Add evidence",
                                  .body = visit.form(address + "/new", fields, {}, true),
                                  .has_errors = !problems.empty()},
                                 forms::problem_summary(problems, shapes, visit.language()));
    return visit.page(std::move(page), problems.empty() ? 200 : 422);
}

}  // namespace

http::Response show_evidence(Visit& visit) {
    auto const view = usecases::evidence::view_evidence(visit.context, visit.request.parameter("reference"),
                                                        page_number(visit.request.query));
    if (!view) return visit.refused(view.error());
    auto const address = evidence_address(view->header.reference);
    Html body;
    if (view->items.empty()) {
        append(body, govuk::EmptyState{.title = "No evidence yet",
                                       .text = "Photos, recordings and papers that people send come here by "
                                               "themselves. What you were given can be added.",
                                       .action_text = view->header.may_work ? "Add evidence" : "",
                                       .action_href = view->header.may_work ? address + "/new" : ""});
    } else {
        if (view->header.may_work)
            append(body, govuk::Button{.text = "Add evidence", .href = address + "/new"});
        govuk::TableWrap wrap;
        wrap.table.caption = "Evidence, newest first";
        wrap.table.caption_classes = "govuk-table__caption--m";
        wrap.table.first_cell_is_header = true;
        wrap.table.stacks = true;
        wrap.table.head = {
            {.text = "File"}, {.text = "What is in it"}, {.text = "Received"}, {.text = "First opened"}};
        for (auto const& item : view->items)
            wrap.table.rows.push_back(
                {{.html = html::a(address + "/" + std::string(item.file.id.text()), item.file.original_name)},
                 {.text =
                      item.file.description.empty() ? "Not said" : text::shorten(item.file.description, 200)},
                 {.text = received_words(item)},
                 {.text = opened_words(item)}});
        append(body, wrap);
    }
    Paging const paging{.path = address,
                        .query = {},
                        .page = view->page,
                        .pages = view->pages,
                        .total = view->header.counts.files};
    if (view->pages > 1) body << html::p(showing_words(paging)) << page_links(paging);
    auto page = cases::section_page({.reference = view->header.reference,
                                     .section = cases::Section::evidence,
                                     .title = "Evidence",
                                     .body = std::move(body)},
                                    view->header.counts);
    page.title_note = page_note(paging);
    return visit.page(std::move(page));
}

http::Response show_one(Visit& visit) {
    auto const view = usecases::evidence::view_one(visit.context, visit.request.parameter("reference"),
                                                   visit.request.parameter("file"));
    if (!view) return visit.refused(view.error());
    auto const& item = view->items.front();
    govuk::SummaryList facts;
    auto const add = [&](char const* key, Html value) {
        facts.rows.push_back({.key = {.text = key}, .value = {.html = std::move(value)}});
    };
    add("What is in it",
        item.file.description.empty() ? Html::text("Not said") : html::typed_text(item.file.description));
    add("File", html::typed_text(item.file.original_name));
    add("Kind and size",
        Html::text(item.file.content_type + ", " + domain::files::size_words(item.file.size_bytes)));
    add("Side it came from", Html::text(words_of(item.file.side)));
    add("Received", Html::text(received_words(item)));
    add("First opened", Html::text(opened_words(item)));
    add("SHA-256 of the content", html::typed_text(item.file.sha256));
    Html body = govuk::summary_list(facts);
    body << html::p("The original never changes. Opening it is written down, the first time in the history.");
    append(body, govuk::Button{.text = "Download and open", .href = files::address_of_file(item.file.id)});
    body << html::p(html::a(evidence_address(view->header.reference), "All evidence"));
    return visit.page(cases::section_page({.reference = view->header.reference,
                                           .section = cases::Section::evidence,
                                           .title = "Piece of evidence",
                                           .body = std::move(body),
                                           .narrow = true},
                                          view->header.counts));
}

http::Response show_add_evidence(Visit& visit) {
    auto const view =
        usecases::evidence::view_evidence_form(visit.context, visit.request.parameter("reference"));
    if (!view) return visit.refused(view.error());
    return add_evidence_page(visit, *view, {}, {});
}

http::Response post_add_evidence(Visit& visit) {
    auto const view =
        usecases::evidence::view_evidence_form(visit.context, visit.request.parameter("reference"));
    if (!view) return visit.refused(view.error());
    auto parsed = visit.parse(evidence_form());
    auto const uploads = uploads_of(visit.request, "files");
    if (uploads.empty()) parsed.problems.insert(parsed.problems.begin(), {"files", "Choose a file"});
    if (!parsed.ok()) return add_evidence_page(visit, *view, std::move(parsed.typed), parsed.problems);
    auto taken = usecases::files::take_uploads(visit.context, uploads, 0);
    if (!taken.problems.empty())
        return add_evidence_page(
            visit, *view, std::move(parsed.typed),
            problems_in_words(taken.problems, "files", usecases::files::limits(visit.context),
                              http::Language::english));
    auto const added =
        usecases::evidence::add_evidence(visit.context, {.reference = view->header.reference,
                                                         .description = parsed.input.description,
                                                         .side = parsed.input.side,
                                                         .files = std::move(taken.files)});
    if (added) return visit.done(evidence_address(view->header.reference), "Evidence added.");
    if (is_about_the_form(added.error()))
        return add_evidence_page(visit, *view, std::move(parsed.typed), problems_of(added.error()));
    return visit.refused(added.error());
}

void add_routes(Routes& routes) {
    using domain::access::Action;
    using http::Access;
    using http::Method;
    routes.push_back({Method::get, "/cases/{reference}/evidence", Access::to(Action::see_protected_details),
                      show_evidence});
    routes.push_back(
        {Method::get, "/cases/{reference}/evidence/new", Access::to(Action::work_case), show_add_evidence});
    routes.push_back({Method::post, "/cases/{reference}/evidence/new", Access::to(Action::work_case),
                      post_add_evidence, http::Body::upload, evidence_upload_limit});
    routes.push_back({Method::get, "/cases/{reference}/evidence/{file}",
                      Access::to(Action::see_protected_details), show_one});
}

}  // namespace doorstep::pages::evidence
