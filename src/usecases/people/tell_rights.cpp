#include "usecases/people/tell_rights.h"

#include <algorithm>

#include "storage/rights_notices.h"
#include "usecases/cases/open_case.h"
#include "usecases/people/keep_rights_notice.h"
#include "usecases/people/on_case.h"
#include "usecases/settings.h"

namespace doorstep::usecases::people {

using domain::people::Side;
using storage::rights_notices::NumberGiven;

Expected<Done> tell_rights(Context& context, TellRights const& input) {
    auto const& settings = context.settings();
    return context.change([&](Change& change) -> Expected<Done> {
        auto file = cases::open_case_to_change(change, input.reference, domain::access::Action::work_case);
        if (!file) return refuse(file.error());
        auto found = person_of_case(change.tx, file->id, input.person);
        if (!found) return refuse(found.error());
        auto& part = found->part;
        if (part.side != Side::reporting)
            return refuse(RefusalKind::invalid, "not-reporting",
                          "Only people on the reporting side are told this");
        if (input.told_on > change.today)
            return refuse_field("date-in-future", "told-on", "The day must be today or in the past");
        if (input.told_on < part.joined_on)
            return refuse_field(
                "date-before-joined", "told-on",
                "The day must be on or after " + date_words(part.joined_on) + ", when they joined the case");
        std::vector<NumberGiven> numbers;
        for (auto const& code : input.numbers) {
            auto const* entry = settings.list("signposts").find(code, input.told_on);
            if (!entry || entry->detail("telephone").empty())
                return refuse_field("number-unknown", "numbers", "Choose from the list");
            numbers.push_back({entry->label, std::string(entry->detail("telephone"))});
        }
        auto const language = found->safe_contact ? found->safe_contact->language : std::string("en");
        auto const& wording = settings.wording(victims_code, language, input.told_on);
        storage::rights_notices::RightsNotice const notice{.id = std::string(change.ids().next().text()),
                                                           .case_file = file->id,
                                                           .person = part.id,
                                                           .wording = std::string(victims_code),
                                                           .wording_version = wording.version,
                                                           .numbers = numbers,
                                                           .crime_reference = input.crime_reference,
                                                           .told_how = input.how,
                                                           .told_on = input.told_on,
                                                           .told_by = change.viewer.account,
                                                           .told_by_name = {}};
        if (auto saved = save_person(change, settings, *file, part); !saved) return refuse(saved.error());
        keep_rights_notice(change, notice, wording.language);
        return Done{};
    });
}

std::vector<NumberToGive> numbers_to_give(Context& context) {
    std::vector<NumberToGive> numbers;
    for (auto const* entry : context.settings().list("signposts").in_use(context.today)) {
        if (entry->detail("telephone").empty()) continue;
        numbers.push_back({.code = entry->code,
                           .label = entry->label,
                           .telephone = std::string(entry->detail("telephone")),
                           .hours = std::string(entry->detail("hours")),
                           .coverage = std::string(entry->detail("coverage"))});
    }
    return numbers;
}

std::string wording_words(Context& context, std::string_view language) {
    auto const& wording = context.settings().wording(victims_code, language, context.today);
    auto words = wording.version == 0 ? std::string("The version that ships with Doorstep")
                                      : "Version " + std::to_string(wording.version) + ", from " +
                                            date_words(wording.in_use_from);
    if (wording.language != language) words += ", in English: there is no Welsh one";
    return words;
}

}  // namespace doorstep::usecases::people
