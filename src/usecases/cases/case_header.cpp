#include "usecases/cases/case_header.h"

namespace doorstep::usecases::cases {

using domain::access::Action;

Expected<CaseForPage> open_case_for_page(Context& context, std::string_view reference, Action action) {
    auto opened = open_case_with_standing(context.read(), context.viewer, reference, action);
    if (!opened) return refuse(opened.error());
    auto const may = [&](Action wanted) {
        return domain::access::may_on_case(context.viewer, wanted, opened->standing);
    };
    auto const& file = opened->file;
    CaseHeader header{.id = file.id,
                      .reference = file.reference,
                      .title = file.title,
                      .state = file.state,
                      .counts = storage::cases::section_counts(context.read(), file.id),
                      .version = file.version,
                      .may_work = !file.is_closed() && may(Action::work_case),
                      .may_see_history = may(Action::see_file_history),
                      .may_restrict = may(Action::restrict_case)};
    return CaseForPage{std::move(opened->file), std::move(header)};
}

Expected<CaseForPage> open_case_for_form(Context& context, std::string_view reference, Action action) {
    auto opened = open_case_for_page(context, reference, action);
    if (opened && opened->header.is_closed()) return refuse(case_is_closed());
    return opened;
}

std::string last_saved_words(Context& context, CaseFileId file, std::string_view subject,
                             std::vector<std::string> const& kinds) {
    constexpr int looked_at = 10;
    for (auto const& event : storage::events::newest(context.read(), file.text(), {}, kinds, looked_at))
        if (event.subject == subject) return event.actor_name + ", " + instant_words(event.at);
    return {};
}

}  // namespace doorstep::usecases::cases
