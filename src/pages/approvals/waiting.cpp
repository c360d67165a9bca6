#include "pages/approvals/waiting.h"

#include "base/text.h"
#include "govuk/empty_state.h"
#include "govuk/table_wrap.h"
#include "govuk/tag.h"
#include "html/elements.h"
#include "pages/paging.h"
#include "pages/work/work_links.h"
#include "usecases/approvals/view_approvals.h"

namespace doorstep::pages::approvals {
namespace {

using usecases::approvals::ApprovalList;

Html waiting_table(ApprovalList const& list, Date today) {
    govuk::Table table{
        .rows = {},
        .head = {{.text = "Request"}, {.text = "Case"}, {.text = "Asked by"}, {.text = "Decide by"}},
        .caption = "Waiting for a decision",
        .caption_classes = "govuk-visually-hidden",
        .first_cell_is_header = true,
        .stacks = true};
    for (auto const& [asked, due_on] : list.rows) {
        auto const& approval = asked.approval;
        Html file;
        if (asked.case_reference.empty())
            file << Html::text("No case: it changes what we promise or ask");
        else
            file << html::div("ds-line", Html::text(asked.case_title))
                 << html::div("ds-line ds-line--second", html::nowrap(asked.case_reference));
        Html by = html::div("ds-line", Html::text(asked.requested_by_name));
        by << html::div("ds-line ds-line--second",
                        Html::text(date_words(london_date(approval.requested_at))));
        Html due = html::div("ds-line", html::nowrap(date_words(due_on)));
        if (auto const tag = work::due_tag(due_on, today, 1, ""); !tag.empty())
            due << html::div("ds-line", govuk::tag(tag));
        table.rows.push_back(
            {{.html = html::a("/approvals/" + std::string(approval.id.text()), words_of(approval.kind))},
             {.html = file},
             {.html = by},
             {.html = due}});
    }
    return govuk::table_wrap({.table = table, .label = "Waiting for a decision"});
}

}  // namespace

http::Response show_waiting(Visit& visit) {
    auto const list = usecases::approvals::list_approvals(visit.context, page_number(visit.request.query));
    if (!list) return visit.refused(list.error());
    Paging const paging{.path = "/approvals",
                        .query = {},
                        .page = list->page,
                        .pages = list->pages,
                        .per_page = usecases::approvals::approvals_a_page,
                        .total = list->total};
    Html body = html::h1("Approvals");
    body << html::p("Requests that a second person decides. You do not see your own here.");
    if (list->rows.empty())
        body << govuk::empty_state({.title = "Nothing waits for you",
                                    .text = "Requests to close a case, to lower its risk or to look at a "
                                            "high risk, and to change a standard or a set of questions "
                                            "stand here."});
    else
        body << html::p(showing_words(paging)) << waiting_table(*list, visit.context.today)
             << page_links(paging);
    Page page;
    page.title = "Approvals";
    page.title_note = page_note(paging);
    page.current_section = "approvals";
    page.body = std::move(body);
    return visit.page(std::move(page));
}

}  // namespace doorstep::pages::approvals
