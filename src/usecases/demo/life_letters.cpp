#include "base/text.h"
#include "legal/standard_ids.h"
#include "usecases/demo/life.h"
#include "usecases/messages/compose.h"

namespace doorstep::usecases::demo {

namespace events = domain::events;
namespace letters = domain::messages::letters;
using domain::events::Detail;
using domain::messages::Channel;
using domain::messages::Message;
using domain::messages::SentHow;
using domain::messages::State;
using domain::wording::Fields;

namespace {

/// What nobody has dealt with yet is not older than this.
constexpr int days_to_deal_with_it = 12;

}  // namespace

messages::Recipient Life::reader(std::size_t n) const {
    auto const& member = cast_.members[n];
    auto const& home = world_.estate.addresses[member.home];
    messages::Recipient to;
    to.name = member.person.name;
    if (parts_[n].safe_contact_id) to.reach.safe_contact = member.safe_contact;
    to.reach.postal_address = messages::address_lines(home.line + "\n" + home.town + "\n" + home.postcode);
    to.reach.letters_unasked = parts_[n].side == domain::people::Side::complained_about;
    to.side = parts_[n].side;
    to.person = parts_[n].id;
    to.case_file = file_.id;
    to.next_contact_by = parts_[n].next_contact_by;
    return to;
}

/// Nothing where no way is safe, or the letter would have a hole in it.
std::optional<Message> Life::compose(std::size_t n, std::string_view letter, Fields const& own,
                                     Employee const& by) {
    if (!cast_.members[n].is_known() || today_ < world_.letters_written_from) return std::nullopt;
    auto const to = reader(n);
    auto const channel = domain::messages::best_channel(to.reach, true);
    if (!channel) return std::nullopt;
    auto const& dealing = owner().account;
    auto const& housing = housing_officer().account;
    auto const composed =
        messages::compose({{dealing.name, dealing.telephone}, {housing.name, housing.telephone}},
                          world_.settings, letter, to, {.file = &file_, .today = today_}, own);
    if (!composed) return std::nullopt;
    auto const outside = messages::dress(world_.settings, *channel, composed->language, today_,
                                         composed->heading, composed->body);
    if (!outside) return std::nullopt;
    Message message;
    message.id = MessageId(ids_.at(now_));
    message.channel = *channel;
    message.wording = letter;
    message.wording_version = composed->wording_version;
    message.language = composed->language;
    message.heading = composed->heading;
    message.subject = outside->subject;
    message.body = outside->body;
    message.addressee = composed->addressee;
    message.destination = domain::messages::destination_of(to.reach, *channel);
    message.large_print = to.reach.safe_contact && to.reach.safe_contact->large_print;
    message.case_file = file_.id;
    message.person = to.person;
    message.side = to.side;
    message.not_before = now_;
    message.names_owner = composed->names_owner;
    message.names_housing_officer = composed->names_housing_officer;
    message.created_by = by.account.id;
    message.created_at = now_;
    return message;
}

Detail Life::detail_of(Message const& message) {
    Detail detail;
    detail.set("channel", message.channel)
        .set("side", message.side)
        .set("person", message.person)
        .personal("to", message.addressee);
    return detail;
}

void Life::write_letter(std::size_t n, std::string_view letter, Fields const& own, Employee const& by) {
    auto message = compose(n, letter, own, by);
    if (!message) return;
    tick();
    message->created_at = message->not_before = now_;
    record(by, events::message_written, message->id.text(),
           Detail()
               .set("letter", message->wording)
               .set("wording_version", message->wording_version)
               .set("language", message->language)
               .set("channel", message->channel)
               .set("side", message->side)
               .set("state", message->state)
               .set("person", message->person)
               .personal("to", message->addressee));
    auto const place = bundle_.letters.size();
    bundle_.letters.push_back(std::move(*message));
    if (bundle_.letters[place].channel == Channel::email) return send_email(place);
    schedule(world_.hours.on(today_.plus_days(random_.between(1, 3)), random_), During::either,
             [this, place] { post_letter(place); });
}

void Life::send_email(std::size_t place) {
    auto& message = bundle_.letters[place];
    bool const just_now = days_between(today_, world_.as_of) <= days_to_deal_with_it;
    if (just_now && random_.chance(0.15)) {
        schedule(now_.plus_hours(26), During::either, [this, place] {
            auto& failed = bundle_.letters[place];
            failed.state = State::failed;
            failed.attempts = 6;
            failed.last_error = "The mail server answered: 550 5.1.1 mailbox unavailable";
            ++failed.version;
            record_by_program(
                events::message_failed, failed.id.text(),
                detail_of(failed).set("attempts", failed.attempts).personal("reason", failed.last_error));
        });
        return;
    }
    tick();
    message.state = State::sent;
    message.attempts = 1;
    message.sent_at = now_;
    message.sent_how = SentHow::mail_server;
    record_by_program(events::message_sent, message.id.text(),
                      detail_of(message).set("how", message.sent_how));
}

void Life::post_letter(std::size_t place) {
    auto& message = bundle_.letters[place];
    auto const& by = business_support();
    message.state = State::sent;
    message.sent_at = now_;
    message.sent_by = by.account.id;
    message.sent_how = random_.chance(0.93) ? SentHow::post : SentHow::by_hand;
    ++message.version;
    record(by, events::message_sent, message.id.text(), detail_of(message).set("how", message.sent_how));
    if (message.sent_how != SentHow::post || !random_.chance(0.02)) return;
    schedule(in_days(random_.between(4, 9)), During::either, [this, place] {
        auto& back = bundle_.letters[place];
        back.returned_on = today_;
        back.returned_note = random_.pick(world_.data.of("letter.returned"));
        ++back.version;
        record(business_support(), events::message_returned, back.id.text(),
               Detail()
                   .set("on", today_)
                   .set("side", back.side)
                   .set("person", back.person)
                   .personal("to", back.addressee)
                   .personal("reason", back.returned_note));
    });
}

void Life::write_closing_letters(domain::closures::Closing const& closing, Employee const& by) {
    Fields own;
    own.set(std::string(domain::messages::fields::closing_reason),
            std::string(world_.settings.list("closing-reasons").label(closing.reason)))
        .set(std::string(domain::messages::fields::explanation), closing.explanation)
        .set(std::string(domain::messages::fields::survey_from),
             date_words(promise(legal::standard_ids::survey_after_closure, today_)));
    auto const letter = closing.outcome == domain::cases::Outcome::resolved ? letters::closing_resolved
                                                                            : letters::closing_unresolved;
    for (std::size_t n = 0; n < parts_.size(); ++n)
        if (has_clock(n)) write_letter(n, letter, own, by);
}

/// Begun and not finished.
void Life::draft_letter() {
    for (std::size_t n = 0; n < parts_.size(); ++n) {
        if (!has_clock(n)) continue;
        auto message = compose(n, letters::update, {}, owner());
        if (!message) continue;
        message->state = State::draft;
        record(owner(), events::message_drafted, message->id.text(),
               Detail()
                   .set("letter", message->wording)
                   .set("channel", message->channel)
                   .set("side", message->side)
                   .set("person", message->person));
        bundle_.letters.push_back(std::move(*message));
        return;
    }
}

/// What is left for somebody to do about letters.
void Life::put_letter_items() {
    using domain::work::Kind;
    for (auto const& message : bundle_.letters) {
        auto const id = message.id.text();
        if (message.state == State::failed)
            put_item(Kind::message_failed, file_.owner, id, london_date(message.created_at).plus_days(1));
        else if (message.returned_on &&
                 days_between(*message.returned_on, world_.as_of) <= days_to_deal_with_it)
            put_item(Kind::letter_returned, file_.owner, id, *message.returned_on);
    }
}

}  // namespace doorstep::usecases::demo
