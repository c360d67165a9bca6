#include "usecases/messages/rights_letter.h"

#include <algorithm>

#include "domain/people/rights.h"
#include "storage/cases.h"
#include "storage/people.h"
#include "storage/rights_notices.h"
#include "storage/work_items.h"
#include "usecases/cases/open_case.h"
#include "usecases/people/keep_rights_notice.h"
#include "usecases/people/on_case.h"
#include "usecases/settings.h"

namespace doorstep::usecases::messages {

using domain::cases::CaseFile;
using domain::messages::Channel;
using domain::messages::Message;
using domain::people::Side;
using legal::ListEntry;
using storage::people::PersonOnCase;

namespace {

std::string_view in_language(ListEntry const& entry, std::string_view language, std::string_view name) {
    auto const welsh = language == "cy" ? entry.detail(std::string(name) + "_welsh") : std::string_view();
    return welsh.empty() ? entry.detail(name) : welsh;
}

std::string label_in(ListEntry const& entry, std::string_view language) {
    return language == "cy" && !entry.label_welsh.empty() ? entry.label_welsh : entry.label;
}

/// "- Victim Support: 08 08 16 89 111 (24 hours, free; England and Wales)"
std::string number_line(ListEntry const& entry, std::string_view language) {
    auto line = "- " + label_in(entry, language) + ": " + std::string(entry.detail("telephone"));
    std::string more(in_language(entry, language, "hours"));
    if (auto const where = in_language(entry, language, "coverage"); !where.empty())
        more.append(more.empty() ? "" : "; ").append(where);
    return more.empty() ? line : line + " (" + more + ")";
}

/// For victims of anything, and of what this case is about.
std::vector<ListEntry const*> numbers_for(Settings const& settings, CaseFile const& file, Date on) {
    std::vector<std::string_view> causes{"victims"};
    if (file.hate) causes.push_back("hate");
    if (auto const* kind = settings.list("categories").find(file.category, on))
        if (auto const cause = kind->detail("support_for"); !cause.empty()) causes.push_back(cause);
    std::vector<ListEntry const*> numbers;
    for (auto const* entry : settings.list("signposts").in_use(on)) {
        bool const helps =
            std::find(causes.begin(), causes.end(), entry->detail("support_for")) != causes.end();
        if (helps && !entry->detail("telephone").empty()) numbers.push_back(entry);
    }
    return numbers;
}

Expected<MessagePut> put_rights_letter(Change& change, Settings const& settings, CaseFile const& file,
                                       PersonOnCase const& entry,
                                       std::vector<ListEntry const*> const& numbers,
                                       std::optional<Channel> channel, std::optional<std::string> cause) {
    auto const language = entry.safe_contact ? entry.safe_contact->language : std::string("en");
    std::string lines;
    std::vector<domain::people::NumberGiven> given;
    for (auto const* number : numbers) {
        if (!lines.empty()) lines += '\n';
        lines += number_line(*number, language);
        given.push_back({number->label, std::string(number->detail("telephone"))});
    }
    domain::wording::Fields own;
    own.set(std::string(domain::messages::fields::contact_numbers), lines);
    return put_message(change, settings,
                       {.letter = domain::messages::letters::victims_code,
                        .to = recipient_on_case(change.tx, entry),
                        .file = &file,
                        .fields = own,
                        .channel = channel,
                        .check_reason = "",
                        .cause = std::move(cause),
                        .numbers = std::move(given)});
}

void ask_to_tell(Change& change, CaseFile const& file, domain::people::CasePerson const& part) {
    storage::work_items::put(change.tx,
                             {.id = change.new_id<WorkItemId>(),
                              .account = file.owner,
                              .kind = domain::work::Kind::tell_rights,
                              .case_file = file.id,
                              .report = {},
                              .subject = std::string(part.id.text()),
                              .due_on = part.first_contact_by.value_or(change.today),
                              .high_risk = file.is_high_risk()},
                             change.now);
}

bool is_to_be_told(domain::people::CasePerson const& part) {
    return part.part == domain::people::Part::complainant && !part.left_on && part.raised_on;
}

}  // namespace

bool rights_are_due(Settings const& settings, CaseFile const& file, Date on) {
    auto const* kind = settings.list("categories").find(file.category, on);
    return domain::people::are_rights_due(
        {.division = settings.site().division,
         .kind_may_be_crime = kind && kind->detail("may_be_crime") == "true",
         .hate = file.hate,
         .in_danger = file.in_danger});
}

int write_rights_letters(Change& change, Settings const& settings, CaseFile const& file) {
    if (file.is_closed() || !rights_are_due(settings, file, change.today)) return 0;
    auto const told = storage::rights_notices::of_case(change.tx, file.id);
    auto const numbers = numbers_for(settings, file, change.today);
    int written = 0;
    for (auto const& entry : storage::people::people_of_case(change.tx, file.id)) {
        auto const& part = entry.part;
        bool const knows = std::any_of(told.begin(), told.end(),
                                       [&](auto const& notice) { return notice.person == part.id; });
        if (knows || !is_to_be_told(part)) continue;
        if (numbers.empty()) {
            ask_to_tell(change, file, part);
            continue;
        }
        auto const put = put_rights_letter(change, settings, file, entry, numbers, std::nullopt,
                                           "victims-code " + std::string(part.id.text()));
        written += put.has_value();
        if (put)
            storage::work_items::finish(change.tx, domain::work::Kind::tell_rights, part.id.text(),
                                        change.now);
        else if (!is_written_already(put.error()))
            ask_to_tell(change, file, part);
    }
    return written;
}

Expected<MessagePut> send_rights_letter(Context& context, SendRights const& input) {
    auto const& settings = context.settings();
    return context.change([&](Change& change) -> Expected<MessagePut> {
        auto const file =
            cases::open_case_to_change(change, input.reference, domain::access::Action::work_case);
        if (!file) return refuse(file.error());
        auto const found = people::person_of_case(change.tx, file->id, input.person);
        if (!found) return refuse(found.error());
        if (found->part.side != Side::reporting)
            return refuse(RefusalKind::invalid, "not-reporting",
                          "Only people on the reporting side are told this");
        if (input.channel == Channel::text)
            return refuse_field("channel-says-nothing", "channel",
                                "A text message only asks to ring: choose letter or e-mail");
        if (input.numbers.empty())
            return refuse_field("numbers-missing", "numbers", "Select at least one number");
        std::vector<ListEntry const*> numbers;
        for (auto const& code : input.numbers) {
            auto const* entry = settings.list("signposts").find(code, change.today);
            if (!entry || entry->detail("telephone").empty())
                return refuse_field("number-unknown", "numbers", "Choose from the list");
            numbers.push_back(entry);
        }
        auto put = put_rights_letter(change, settings, *file, *found, numbers, input.channel, std::nullopt);
        if (!put && put.error().problems().empty())
            return refuse_field(put.error().code(), "channel", put.error().message());
        if (!put) return refuse(put.error());
        storage::work_items::finish(change.tx, domain::work::Kind::tell_rights, found->part.id.text(),
                                    change.now);
        if (change.viewer.account)
            storage::cases::add_handler(change.tx, file->id, *change.viewer.account, change.now);
        return *put;
    });
}

void note_rights_told(Change& change, Message const& message) {
    if (message.wording != domain::messages::letters::victims_code) return;
    if (!message.person || !message.case_file) return;
    using domain::contacts::Method;
    people::keep_rights_notice(
        change,
        {.id = std::string(change.ids().next().text()),
         .case_file = *message.case_file,
         .person = *message.person,
         .wording = message.wording,
         .wording_version = static_cast<int>(message.wording_version),
         .numbers = message.numbers,
         .crime_reference = "",
         .told_how = message.channel == Channel::email ? Method::email : Method::letter,
         .told_on = change.today,
         .told_by = message.created_by ? message.created_by : message.sent_by,
         .told_by_name = ""},
        message.language);
}

}  // namespace doorstep::usecases::messages
