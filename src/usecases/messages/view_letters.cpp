#include "usecases/messages/view_letters.h"

#include <algorithm>

#include "domain/messages/letters.h"
#include "storage/accounts.h"
#include "storage/messages.h"
#include "usecases/cases/open_case.h"
#include "usecases/messages/check_message.h"
#include "usecases/messages/compose.h"
#include "usecases/messages/open_message.h"
#include "usecases/messages/release.h"
#include "usecases/settings.h"

namespace doorstep::usecases::messages {

using domain::access::Action;
using domain::messages::State;

namespace {

constexpr int letters_per_page = 25;

LetterView view_of(Context& context, OpenedMessage opened) {
    LetterView view{.reference = opened.file.reference,
                    .message = std::move(opened.message),
                    .letter_title = "",
                    .written_by = "",
                    .sent_by = "",
                    .may_change = domain::access::may(context.viewer, Action::work_case),
                    .case_is_closed = opened.file.is_closed()};
    auto const& message = view.message;
    if (auto const* letter = domain::messages::letter_named(message.wording))
        view.letter_title = letter->title;
    std::vector<AccountId> ids;
    if (message.created_by) ids.push_back(*message.created_by);
    if (message.sent_by) ids.push_back(*message.sent_by);
    if (ids.empty()) return view;
    for (auto const& account : storage::accounts::find_all(context.read(), ids)) {
        if (account.id == message.created_by) view.written_by = account.name;
        if (account.id == message.sent_by) view.sent_by = account.name;
    }
    return view;
}

}  // namespace

Expected<LetterList> list_letters(Context& context, std::string_view reference, int page) {
    auto& tx = context.read();
    auto const file = cases::open_case(tx, context.viewer, reference, Action::see_protected_details);
    if (!file) return refuse(file.error());
    LetterList list;
    list.reference = file->reference;
    list.counts = storage::cases::section_counts(tx, file->id);
    list.total = storage::messages::count_of_case(tx, file->id);
    list.pages = std::max(1, (list.total + letters_per_page - 1) / letters_per_page);
    list.page = std::clamp(page, 1, list.pages);
    list.rows =
        storage::messages::of_case(tx, file->id, letters_per_page, (list.page - 1) * letters_per_page);
    list.case_is_closed = file->is_closed();
    list.may_write = !list.case_is_closed && domain::access::may(context.viewer, Action::work_case);
    context.note_view("people", file->id, file->id.text());
    return list;
}

Expected<LetterView> view_letter(Context& context, std::string_view reference, MessageId id) {
    auto opened = open_message(context.read(), context.viewer, reference, id, Action::see_protected_details);
    if (!opened) return refuse(opened.error());
    context.note_view("people", opened->file.id, id.text());
    return view_of(context, std::move(*opened));
}

Expected<LetterCheck> check_letter(Context& context, std::string_view reference, MessageId id) {
    auto& tx = context.read();
    auto opened = open_message(tx, context.viewer, reference, id, Action::work_case);
    if (!opened) return refuse(opened.error());
    if (opened->message.state != State::draft)
        return refuse(RefusalKind::conflict, "not-a-draft", "This letter is no longer a draft");
    auto const& settings = context.settings();
    auto const& message = opened->message;
    LetterCheck check;
    auto const to = reader_on_case(tx, opened->file.id, *message.person);
    if (!to) {
        check.obstacle = "This person is no longer part of the case";
    } else {
        check.findings =
            check_message(tx, settings, opened->file, *to, message.heading + "\n" + message.body);
        check.not_before = may_leave(message.channel, to->reach, context.now);
        if (!domain::messages::is_safe(to->reach, message.channel))
            check.obstacle = "This person no longer agrees to this way of being reached";
        else if (auto there = check_destination(message.channel,
                                                domain::messages::destination_of(to->reach, message.channel));
                 !there)
            check.obstacle = there.error().message();
    }
    auto outside =
        dress(settings, message.channel, message.language, context.today, message.heading, message.body);
    if (outside) {
        check.subject = std::move(outside->subject);
        check.body = std::move(outside->body);
    } else if (check.obstacle.empty()) {
        check.obstacle = outside.error().message();
    }
    context.note_view("people", opened->file.id, id.text());
    check.letter = view_of(context, std::move(*opened));
    return check;
}

}  // namespace doorstep::usecases::messages
