#include "pages/contacts/contact_log.h"

#include "govuk/button.h"
#include "govuk/empty_state.h"
#include "govuk/summary_list.h"
#include "govuk/table_wrap.h"
#include "html/elements.h"
#include "pages/cases/case_form.h"
#include "pages/paging.h"
#include "pages/work/work_links.h"
#include "usecases/contacts/view_contact_log.h"

namespace doorstep::pages::contacts {

using domain::contacts::Interval;
using usecases::contacts::ContactLogView;
using usecases::contacts::KeptUp;

namespace {

/// "83% (5 of 6 promises)"; a share of nothing is not nought.
std::string kept_words(domain::contacts::KeptShare const& kept) {
    if (kept.of == 0) return "No promise has fallen due yet";
    auto const share = (kept.kept * 200 + kept.of) / (kept.of * 2);
    return std::to_string(share) + "% kept (" + std::to_string(kept.kept) + " of " + std::to_string(kept.of) +
           (kept.of == 1 ? " promise)" : " promises)");
}

std::string verdict(Interval const& interval, Date today) {
    if (interval.kept) return *interval.kept ? "Kept" : "Missed";
    if (interval.ended_on) return "Stopped before it was due";
    return interval.due_on < today ? "Overdue" : "Not due yet";
}

govuk::TableWrap intervals_table(KeptUp const& kept_up, Date today) {
    govuk::TableWrap wrap;
    wrap.table.caption = kept_up.name + ": " + kept_words(kept_up.kept);
    wrap.table.caption_classes = "govuk-table__caption--s";
    wrap.table.head = {
        {.text = "Promise"}, {.text = "From"}, {.text = "Due by"}, {.text = "Ended"}, {.text = "Result"}};
    for (auto const& interval : kept_up.intervals)
        wrap.table.rows.push_back({{.text = std::string(words_of(interval.kind))},
                                   {.text = date_words(interval.started_on)},
                                   {.text = date_words(interval.due_on)},
                                   {.text = interval.ended_on ? date_words(*interval.ended_on) : "Open"},
                                   {.text = verdict(interval, today)}});
    return wrap;
}

void append_contacts(Html& out, ContactLogView const& view) {
    for (auto const& listed : view.contacts) {
        auto const& contact = listed.contact;
        auto when = date_words(contact.made_on);
        if (contact.made_time) when += " at " + contact.made_time->words();
        auto how = std::string(words_of(contact.method)) + ". " + std::string(words_of(contact.result)) + ".";
        if (contact.still_safe) how += *contact.still_safe ? " Still a safe way." : " No longer a safe way.";
        govuk::SummaryList card;
        card.card.title = {.text = std::move(when), .heading_level = 3};
        auto const add = [&](char const* key, Html value) {
            card.rows.push_back({.key = {.text = key}, .value = {.html = std::move(value)}});
        };
        add("With", Html::text(listed.with.empty() ? "Nobody on the case" : listed.with));
        add("How", Html::text(how));
        add("What was said", html::typed_text(contact.summary));
        if (!listed.made_by.empty()) add("By", Html::text(listed.made_by));
        append(out, card);
    }
}

}  // namespace

http::Response show_contact_log(Visit& visit) {
    auto const view = usecases::contacts::view_contact_log(
        visit.context, visit.request.parameter("reference"), page_number(visit.request.query));
    if (!view) return visit.refused(view.error());
    auto const address = cases::case_address(view->header.reference) + "/contacts";
    auto const today = visit.context.today;
    Html body;
    if (view->header.may_work)
        append(body, govuk::Button{.text = "Record a contact", .href = address + "/new"});
    if (view->contacts.empty())
        append(body, govuk::EmptyState{.title = "No contact yet",
                                       .text = "Calls, visits and messages are written down here. The first "
                                               "conversation meets the promise of a first contact."});
    else
        append_contacts(body << html::h2("Contacts, newest first"), *view);
    Paging const paging{.path = address,
                        .query = {},
                        .page = view->page,
                        .pages = view->pages,
                        .total = view->header.counts.contacts};
    if (view->pages > 1) body << html::p(showing_words(paging)) << page_links(paging);
    if (!view->complainants.empty()) {
        body << html::h2("Promises kept");
        body << html::p(kept_words(view->kept) + ". Only a conversation keeps a promise.");
        for (auto const& kept_up : view->complainants) {
            if (kept_up.next_contact_by)
                body << html::p(kept_up.name + ", next contact " +
                                work::due_words(*kept_up.next_contact_by, today) + ".");
            append(body, intervals_table(kept_up, today));
        }
    }
    auto page = cases::section_page({.reference = view->header.reference,
                                     .section = cases::Section::plan,
                                     .title = "Contact log",
                                     .body = std::move(body),
                                     .part = "/contacts"},
                                    view->header.counts);
    page.title_note = page_note(paging);
    return visit.page(std::move(page));
}

}  // namespace doorstep::pages::contacts
