#include "pages/file_history/file_history.h"

#include "base/text.h"
#include "govuk/details.h"
#include "govuk/moj_alert.h"
#include "govuk/moj_timeline.h"
#include "govuk/pagination.h"
#include "govuk/table_wrap.h"
#include "html/elements.h"
#include "pages/cases/edit_form.h"
#include "pages/paging.h"
#include "usecases/file_history/file_history.h"

namespace doorstep::pages::file_history {

using usecases::file_history::HistoryEntry;
using usecases::file_history::HistoryView;

namespace {

void append_proof(Html& out, HistoryView const& view, Instant now) {
    auto const& proof = view.proof;
    if (!proof.is_whole()) {
        Html words =
            html::p("Something in this file was altered outside Doorstep. Tell your administrator at once.");
        std::vector<Html> findings;
        for (auto const& finding : proof.findings) findings.push_back(Html::text(finding.what));
        words << html::list(findings);
        append(out, govuk::MojAlert{.variant = "error",
                                    .title = "The history is not whole",
                                    .html = std::move(words),
                                    .show_title_as_heading = true});
        return;
    }
    append(out, govuk::MojAlert{.variant = "success",
                                .title = "The history is whole",
                                .text = "All " + text::count_of(proof.verified, "event was", "events were") +
                                        " checked at " + instant_words(now) +
                                        ": none was altered, left out or moved.",
                                .show_title_as_heading = true});
    Html how = html::p(
        "Each event carries a hash of itself and of the one before, so that a change to any of them shows in "
        "all "
        "that follow.");
    if (proof.sealed)
        how << html::p("The first " + text::count_of(proof.sealed->length, "event", "events") +
                       " were sealed together with all other files on " + instant_words(proof.sealed->at) +
                       " (checkpoint " + std::to_string(proof.sealed->checkpoint) + ").");
    else
        how << html::p("They have not been sealed together with the other files yet.");
    how << html::p("Newest hash:") << html::typed_text(proof.head_hash);
    append(out, govuk::Details{.summary_text = "How this is proved", .html = std::move(how)});
}

void append_entries(Html& out, std::vector<HistoryEntry> const& entries) {
    govuk::MojTimelineWriter timeline(out, 2);
    for (auto const& entry : entries)
        timeline.item([&](Html& to) { to << entry.heading; },
                      [&](Html& to) { to << entry.by << ", " << entry.door; },
                      {.timestamp = entry.at.iso(), .words = instant_words(entry.at)},
                      [&](Html& to) {
                          std::vector<Html> facts;
                          for (auto const& [label, value] : entry.facts) {
                              Html fact = html::strong(label + ":");
                              fact << " " << html::typed_text(value);
                              facts.push_back(std::move(fact));
                          }
                          if (entry.is_redacted) facts.push_back(Html::text("Personal parts were removed"));
                          facts.push_back(Html::text("Event " + std::to_string(entry.sequence) + ", hash " +
                                                     entry.hash.substr(0, 12)));
                          to << html::list(facts);
                      });
    timeline.end();
}

std::string what_words(std::string_view what) {
    if (what == "case") return "The case";
    if (what == "people") return "People";
    if (what == "person") return "A person";
    if (what == "file") return "A file";
    if (what == "report") return "A report";
    if (what == "search") return "Found in a search";
    if (what == "export") return "Printed or exported";
    return std::string(what);
}

}  // namespace

http::Response show_history(Visit& visit) {
    std::optional<std::int64_t> before;
    if (auto const number = cases::version_number(visit.request.query.value("before")); number > 0)
        before = number;
    auto const view =
        usecases::file_history::view_history(visit.context, visit.request.parameter("reference"), before);
    if (!view) return visit.refused(view.error());
    auto const address = cases::case_address(view->header.reference) + "/history";
    Html body;
    append_proof(body, *view, visit.context.now);
    append_entries(body, view->entries);
    govuk::Pagination pages{.landmark_label = "Pages of the history"};
    if (before) pages.previous = {.text = "Newest", .href = address};
    if (view->older)
        pages.next = {.text = "Older", .href = address + "?before=" + std::to_string(*view->older)};
    if (before || view->older) body << govuk::pagination(pages);
    return visit.page(cases::section_page({.reference = view->header.reference,
                                           .section = cases::Section::file,
                                           .title = "File history",
                                           .body = std::move(body),
                                           .part = "/history"},
                                          view->header.counts));
}

http::Response show_looks(Visit& visit) {
    auto const view = usecases::file_history::view_looks(visit.context, visit.request.parameter("reference"),
                                                         page_number(visit.request.query));
    if (!view) return visit.refused(view.error());
    Html body =
        html::p("Everybody who opened this case or a part of it. Looks of the last second may be missing.");
    if (view->looks.empty()) {
        body << html::p("Nobody has looked yet.");
    } else {
        govuk::TableWrap wrap;
        wrap.table.caption = "Looks, newest first";
        wrap.table.caption_classes = "govuk-table__caption--m";
        wrap.table.head = {{.text = "When"}, {.text = "Who"}, {.text = "What"}, {.text = "Why"}};
        for (auto const& look : view->looks)
            wrap.table.rows.push_back({{.text = instant_words(look.at)},
                                       {.text = look.name.empty() ? "Doorstep" : look.name},
                                       {.text = what_words(look.what)},
                                       {.text = look.reason}});
        append(body, wrap);
    }
    Paging const paging{.path = cases::case_address(view->header.reference) + "/access",
                        .query = {},
                        .page = view->page,
                        .pages = view->pages,
                        .total = view->total};
    if (view->pages > 1) body << html::p(showing_words(paging)) << page_links(paging);
    auto page = cases::section_page({.reference = view->header.reference,
                                     .section = cases::Section::file,
                                     .title = "Who looked",
                                     .body = std::move(body),
                                     .part = "/access"},
                                    view->header.counts);
    page.title_note = page_note(paging);
    return visit.page(std::move(page));
}

void add_routes(Routes& routes) {
    using domain::access::Action;
    using http::Access;
    using http::Method;
    routes.push_back(
        {Method::get, "/cases/{reference}/history", Access::to(Action::see_file_history), show_history});
    routes.push_back(
        {Method::get, "/cases/{reference}/access", Access::to(Action::see_file_history), show_looks});
}

}  // namespace doorstep::pages::file_history
