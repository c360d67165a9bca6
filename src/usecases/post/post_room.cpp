#include "usecases/post/post_room.h"

#include <algorithm>

#include "base/text.h"
#include "storage/messages.h"
#include "storage/work_items.h"
#include "usecases/messages/after_sent.h"
#include "usecases/messages/release.h"
#include "usecases/surveys/invitation_link.h"

namespace doorstep::usecases::post {

using domain::access::Action;
using domain::messages::SentHow;
using domain::messages::State;
using storage::post::Letter;
using storage::post::PostScope;

namespace {

constexpr int post_per_page = 25;

PostScope post_scope(domain::access::Viewer const& viewer) {
    return {.cases = storage::case_scope(viewer, Action::print_post),
            .sees_restricted_reports = domain::access::may(viewer, Action::see_restricted_triage)};
}

Refusal no_such_post() { return {RefusalKind::not_found, "letter-not-found", "There is no such letter"}; }

}  // namespace

Expected<PostList> list_post(Context& context, PostView view, int page) {
    if (auto allowed = context.require(Action::print_post); !allowed) return refuse(allowed.error());
    auto& tx = context.read();
    auto const scope = post_scope(context.viewer);
    auto const posted_since = london_midnight(context.today.plus_days(-posted_days));
    auto const returned_since = context.today.plus_days(-returned_days);
    PostList list;
    list.view = view;
    list.counts = storage::post::counts(tx, scope, context.now, posted_since, returned_since);
    list.total = view == PostView::to_post  ? list.counts.to_post
                 : view == PostView::posted ? list.counts.posted
                                            : list.counts.returned;
    list.pages = std::max(1, (list.total + post_per_page - 1) / post_per_page);
    list.page = std::clamp(page, 1, list.pages);
    auto const offset = (list.page - 1) * post_per_page;
    switch (view) {
        case PostView::to_post:
            list.rows = storage::post::to_post(tx, scope, context.now, post_per_page, offset);
            break;
        case PostView::posted:
            list.rows = storage::post::posted(tx, scope, posted_since, post_per_page, offset);
            break;
        case PostView::returned:
            list.rows = storage::post::returned(tx, scope, returned_since, post_per_page, offset);
            break;
    }
    return list;
}

Expected<PrintRun> letters_to_print(Context& context) {
    if (auto allowed = context.require(Action::print_post); !allowed) return refuse(allowed.error());
    auto& tx = context.read();
    auto const scope = post_scope(context.viewer);
    PrintRun run;
    run.letters = surveys::letters_as_printed(
        context, storage::post::to_post(tx, scope, context.now, most_printed_at_once, 0));
    run.waiting = storage::post::counts(tx, scope, context.now, context.now, context.today).to_post;
    for (auto const& letter : run.letters)
        context.note_view("people", letter.message.case_file, letter.message.id.text());
    return run;
}

Expected<Letter> view_post_letter(Context& context, MessageId id) {
    if (auto allowed = context.require(Action::print_post); !allowed) return refuse(allowed.error());
    auto letter = storage::post::find(context.read(), post_scope(context.viewer), id);
    if (!letter) return refuse(no_such_post());
    auto printed = surveys::letters_as_printed(context, {std::move(*letter)});
    if (printed.empty())
        return refuse(
            RefusalKind::unlawful, "handled-the-case",
            "This letter asks somebody how their case was dealt with, and you worked on it: a colleague "
            "who did not prints and posts it");
    context.note_view("people", printed.front().message.case_file, id.text());
    return std::move(printed.front());
}

Expected<int> mark_posted(Context& context, MarkPosted const& input) {
    if (auto allowed = context.require(Action::print_post); !allowed) return refuse(allowed.error());
    if (input.letters.empty())
        return refuse_field("letters-missing", "letters", "Select the letters that left");
    if (input.how != SentHow::post && input.how != SentHow::by_hand)
        return refuse_field("how-missing", "how", "Select how they left");
    if (text::length(input.proof) > 100)
        return refuse_field("proof-too-long", "proof", "Proof of posting must be 100 characters or fewer");
    return context.change([&](Change& change) -> Expected<int> {
        auto const scope = post_scope(change.viewer);
        int marked = 0;
        for (auto const& typed : input.letters) {
            auto const id = MessageId::parse(typed);
            if (!id) continue;
            auto letter = storage::post::find(change.tx, scope, *id);
            if (!letter) return refuse(no_such_post());
            auto& message = letter->message;
            if (message.state != State::waiting) continue;
            message.state = State::sent;
            message.sent_at = change.now;
            message.sent_by = change.viewer.account;
            message.sent_how = input.how;
            message.proof = std::string(text::trim(input.proof));
            if (!storage::messages::update(change.tx, message)) continue;
            messages::note_sent(change, message);
            ++marked;
        }
        if (marked == 0)
            return refuse(RefusalKind::conflict, "already-posted", "Somebody marked these letters already");
        return marked;
    });
}

Expected<Done> mark_returned(Context& context, MarkReturned const& input) {
    if (auto allowed = context.require(Action::print_post); !allowed) return refuse(allowed.error());
    if (!input.on) return refuse_field("day-missing", "on", "Enter the day it came back");
    if (*input.on > context.today)
        return refuse_field("date-in-future", "on", "The day it came back must be today or in the past");
    if (text::length(input.note) > 500)
        return refuse_field("note-too-long", "note", "What it says must be 500 characters or fewer");
    return context.change([&](Change& change) -> Expected<Done> {
        auto letter = storage::post::find(change.tx, post_scope(change.viewer), input.letter);
        if (!letter) return refuse(no_such_post());
        auto& message = letter->message;
        if (message.state != State::sent || message.returned_on)
            return refuse(RefusalKind::conflict, "not-on-its-way", "This letter is not on its way any more");
        if (message.sent_at && *input.on < london_date(*message.sent_at))
            return refuse_field("date-before-posted", "on",
                                "The day it came back must be on or after " +
                                    date_words(london_date(*message.sent_at)) + ", when it was posted");
        message.returned_on = input.on;
        message.returned_note = input.note;
        if (!storage::messages::update(change.tx, message))
            return refuse(RefusalKind::conflict, "changed-meanwhile",
                          "Someone changed this letter while you were working");
        messages::record_about(change, message, domain::events::message_returned,
                               domain::events::Detail()
                                   .set("on", *input.on)
                                   .set("side", message.side)
                                   .set("person", message.person)
                                   .personal("to", message.addressee)
                                   .personal("note", message.returned_note));
        storage::work_items::put(change.tx,
                                 {.id = change.new_id<WorkItemId>(),
                                  .account = messages::whose(change.tx, message),
                                  .kind = domain::work::Kind::letter_returned,
                                  .case_file = message.case_file,
                                  .report = message.report,
                                  .subject = std::string(message.id.text()),
                                  .due_on = change.today,
                                  .high_risk = false},
                                 change.now);
        return Done{};
    });
}

}  // namespace doorstep::usecases::post
