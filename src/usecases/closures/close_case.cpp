#include "usecases/closures/close_case.h"

#include "base/assert.h"
#include "domain/cases/states.h"
#include "storage/cases.h"
#include "storage/work_items.h"
#include "usecases/approvals/ask.h"
#include "usecases/cases/open_case.h"
#include "usecases/closures/closing_facts.h"
#include "usecases/messages/closing_letter.h"
#include "usecases/settings.h"

namespace doorstep::usecases::closures {

using domain::access::Action;
using domain::approvals::Decision;
using domain::approvals::Kind;
using domain::cases::CaseFile;
using domain::cases::Verb;
using domain::closures::Closing;

namespace {

Expected<Done> check_now(Change& change, Settings const& settings, CaseFile const& file,
                         Closing const& closing) {
    if (auto checked = domain::closures::check_closing(
            closing, closing_checks(settings, change.today),
            closing_facts(change.tx, settings, change.viewer, file, change.today),
            closing_reasons(settings, closing.outcome, change.today));
        !checked)
        return checked;
    return messages::check_closing_words(change, settings, file, closing.explanation);
}

Expected<Done> ask_to_close(Change& change, Settings const& settings, CaseFile& file,
                            Closing const& closing) {
    auto const state = domain::cases::next_state(file.state, Verb::ask_to_close);
    if (!state) return refuse(state.error());
    file.state = *state;
    if (file.paused_until) {
        file.paused_until.reset();
        file.pause_reason.clear();
        storage::work_items::finish(change.tx, domain::work::Kind::pause_ends, file.id.text(), change.now);
    }
    if (auto saved = cases::save_case(change, file); !saved) return saved;
    auto const id = approvals::ask(change, settings, file,
                                   {.kind = Kind::closure,
                                    .subject = std::string(file.id.text()),
                                    .reason = closing.summary,
                                    .details = domain::closures::to_json(closing)});
    if (change.viewer.account)
        storage::cases::add_handler(change.tx, file.id, *change.viewer.account, change.now);
    change.record(file.id, domain::events::closure_asked, id.text(),
                  domain::events::Detail()
                      .set("outcome", closing.outcome)
                      .set("closing_reason", closing.reason)
                      .personal("summary", closing.summary));
    return Done{};
}

}  // namespace

Expected<CaseClosed> close_case(Context& context, CloseCase const& input) {
    auto const& settings = context.settings();
    return context.change([&](Change& change) -> Expected<CaseClosed> {
        auto file = cases::open_case_to_change(change, input.reference, Action::close_case, input.version);
        if (!file) return refuse(file.error());
        if (auto fits = domain::cases::next_state(file->state, Verb::ask_to_close); !fits)
            return refuse(fits.error());
        if (auto checked = check_now(change, settings, *file, input.closing); !checked)
            return refuse(checked.error());
        if (needs_approval(settings, *file, input.closing.outcome, change.today)) {
            if (auto asked = ask_to_close(change, settings, *file, input.closing); !asked)
                return refuse(asked.error());
            return CaseClosed{.waits_for_approval = true, .ended = {}};
        }
        auto ended = end_case(change, settings, *file, input.closing, change.viewer.account);
        if (!ended) return refuse(ended.error());
        return CaseClosed{.waits_for_approval = false, .ended = *ended};
    });
}

Expected<Done> take_back_closure(Context& context, std::string_view reference) {
    return context.change([&](Change& change) -> Expected<Done> {
        auto file = cases::open_case_to_change(change, reference, Action::close_case);
        if (!file) return refuse(file.error());
        auto const state = domain::cases::next_state(file->state, Verb::take_back);
        if (!state) return refuse(state.error());
        auto const asked = storage::approvals::waiting_about(change.tx, Kind::closure, file->id.text());
        DOORSTEP_ASSERT(asked.has_value(), "a case that waits to be closed has a request");
        if (asked->approval.requested_by != change.viewer.account)
            return refuse(RefusalKind::forbidden, "not-your-request",
                          "Only whoever asked for the closing can take the request back");
        approvals::withdraw(change, Kind::closure, file->id.text());
        file->state = *state;
        if (auto saved = cases::save_case(change, *file); !saved) return saved;
        change.record(file->id, domain::events::closure_sent_back, asked->approval.id.text(),
                      domain::events::Detail().set("result", Decision::withdrawn));
        return Done{};
    });
}

Expected<std::optional<Ended>> carry_out_closure(Change& change, Settings const& settings,
                                                 storage::approvals::Asked const& asked, Decision decision,
                                                 std::string_view note) {
    auto file = cases::open_case_to_change(change, asked.case_reference, Action::approve);
    if (!file) return refuse(file.error());
    auto const closing = domain::closures::closing_of(asked.approval.details);
    DOORSTEP_ASSERT(closing.has_value(), "a request to close says how");
    if (decision == Decision::approved) {
        if (auto checked = check_now(change, settings, *file, *closing); !checked)
            return refuse(checked.error());
        auto ended = end_case(change, settings, *file, *closing, asked.approval.requested_by);
        if (!ended) return refuse(ended.error());
        return std::optional(*ended);
    }
    auto const state = domain::cases::next_state(file->state, Verb::send_back);
    if (!state) return refuse(state.error());
    file->state = *state;
    if (auto saved = cases::save_case(change, *file); !saved) return refuse(saved.error());
    change.record(file->id, domain::events::closure_sent_back, asked.approval.id.text(),
                  domain::events::Detail().set("result", decision).personal("note", note));
    return std::optional<Ended>();
}

}  // namespace doorstep::usecases::closures
