#include "pages/orders/bundle.h"

#include "govuk/record_heading.h"
#include "govuk/table_wrap.h"
#include "html/elements.h"
#include "pages/orders/parts.h"
#include "usecases/orders/bundle.h"
#include "usecases/papers/paper_file.h"

namespace doorstep::pages::orders {
namespace {

using usecases::orders::BundleView;
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

}  // namespace

http::Response show_bundle(Visit& visit) {
    auto const view = usecases::orders::view_bundle(visit.context, visit.request.parameter("reference"));
    if (!view) return visit.refused(view.error());
    Html body;
    body << govuk::record_heading({.caption = view->header.reference, .title = "Bundle for court"});
    body << html::p(view->area_and_kind);
    if (!view->to_check.empty()) {
        std::vector<Html> checks;
        for (auto const& sentence : view->to_check) checks.push_back(Html::text(sentence));
        body << html::h2("Read before it leaves") << html::list(checks);
    }
    std::vector<Html> downloads;
    for (auto const format : {PaperFormat::pdf, PaperFormat::docx})
        downloads.push_back(html::a(
            cases::case_address(view->header.reference) + "/bundle/download/" + std::string(name_of(format)),
            "Download: " + std::string(words_of(format))));
    body << html::list(downloads) << html::print_button("Print the bundle");
    append_schedule(body, *view);
    append_exhibits(body, *view);
    append_witnesses(body, *view);
    append_legal(body, *view);
    std::vector<Html> left_out;
    for (auto const& sentence : view->left_out) left_out.push_back(Html::text(sentence));
    body << html::h2("Left out") << html::list(left_out);
    Page page;
    page.title = "Bundle for court";
    page.breadcrumbs = {{"Cases", "/cases"},
                        {view->header.reference, cases::case_address(view->header.reference)},
                        {"Orders", orders_address(view->header.reference)}};
    page.current_section = "cases";
    page.print_reference = view->header.reference;
    page.body = std::move(body);
    return visit.page(std::move(page));
}

http::Response download_bundle(Visit& visit) {
    auto const view = usecases::orders::view_bundle(visit.context, visit.request.parameter("reference"));
    if (!view) return visit.refused(view.error());
    auto const format = enum_from_name<PaperFormat>(visit.request.parameter("format"));
    if (!format || *format == PaperFormat::xlsx)
        return visit.refused(Refusal(RefusalKind::not_found, "no-such-format", "There is no such format"));
    auto made = usecases::papers::make_report_file(
        usecases::orders::bundle_report(*view, visit.context.settings(), visit.context.now),
        "bundle-" + view->header.reference, *format);
    if (!made) return visit.refused(made.error());
    http::Response response;
    response.content_type = made->content_type;
    response.body = std::move(made->bytes);
    return std::move(response).with_header("Content-Disposition",
                                           "attachment; filename=\"" + made->name + "\"");
}

}  // namespace doorstep::pages::orders
