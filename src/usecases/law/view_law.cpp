#include "usecases/law/view_law.h"

#include <algorithm>

#include "base/text.h"
#include "legal/standards.h"
#include "storage/accounts.h"
#include "usecases/settings.h"

namespace doorstep::usecases::law {

using domain::access::Action;
using legal::Provision;
using storage::commencements::StoredCommencement;

namespace {

bool is_for(StoredCommencement const& stored, Provision const& row) {
    auto const tenancy = row.tenancy ? name_of(*row.tenancy) : std::string_view();
    return stored.provision == row.id && (stored.tenancy.empty() || stored.tenancy == tenancy);
}

class LawViewing {
  public:
    explicit LawViewing(Context& context)
        : context_(context),
          law_(context.settings().law()),
          stored_(storage::commencements::all(context.read())) {}

    LawRowView row(Provision const& provision) const {
        return {provision, provision.is_in_force(context_.today), is_check_due(provision),
                provision.is_pending && std::any_of(stored_.begin(), stored_.end(), [&](auto const& one) {
                    return one.state == "proposed" && is_for(one, provision);
                })};
    }

    bool is_found(LawRowView const& view, LawQuery const& query) const {
        auto const& row = view.provision;
        if (!query.subject.empty() && row.subject != query.subject) return false;
        if (!is_among(view, query.filter)) return false;
        auto const wanted = text::fold(text::trim(query.words));
        if (wanted.empty()) return true;
        for (auto const* part : {&row.id, &row.title, &row.source, &row.note})
            if (text::fold(*part).find(wanted) != std::string::npos) return true;
        return false;
    }

    CommencementView proposal(StoredCommencement const& stored) const {
        CommencementView view;
        view.stored = stored;
        view.title = stored.provision;
        auto const tenancy = enum_from_name<legal::Tenancy>(stored.tenancy);
        for (auto const* row : law_.rows_of(stored.provision)) {
            bool const is_it = row->is_pending || row->started;
            if (is_it && (!tenancy || row->tenancy == tenancy)) {
                view.title = row->title;
                view.value_words = legal::words_for(*row);
            }
        }
        if (auto const* now = law_.on(stored.provision, stored.in_force_from.plus_days(-1),
                                      legal::Nation::england, tenancy.value_or(legal::Tenancy::social)))
            view.now_words = legal::words_for(*now);
        view.proposed_by = account_name(stored.proposed_by);
        if (stored.decided_by) view.decided_by = account_name(*stored.decided_by);
        view.may_decide = stored.state == "proposed" &&
                          context_.viewer.account != std::optional(stored.proposed_by) &&
                          domain::access::may(context_.viewer, Action::approve_standard);
        return view;
    }

    std::vector<CommencementView> proposals(std::string_view provision, std::string_view state) const {
        std::vector<CommencementView> views;
        for (auto const& one : stored_)
            if ((provision.empty() || one.provision == provision) && (state.empty() || one.state == state))
                views.push_back(proposal(one));
        std::reverse(views.begin(), views.end());
        return views;
    }

    legal::Law const& law() const { return law_; }
    std::vector<StoredCommencement> const& stored() const { return stored_; }

  private:
    static bool is_among(LawRowView const& view, LawFilter filter) {
        switch (filter) {
            case LawFilter::in_force:
                return view.is_in_force;
            case LawFilter::pending:
                return view.provision.is_pending;
            case LawFilter::not_confirmed:
                return !legal::is_confirmed(view.provision.evidence);
            case LawFilter::to_be_checked:
                return view.is_check_due;
            case LawFilter::all:
                return true;
        }
        return true;
    }

    bool is_check_due(Provision const& provision) const {
        return law_.standards()
                   .deadline(legal::standard_ids::law_checked, provision.checked_on, {},
                             context_.settings().site().division)
                   .by < context_.today;
    }

    /// Few people set start dates, so each is looked up once.
    std::string account_name(AccountId const& id) const {
        for (auto const& [known, name] : names_)
            if (known == id) return name;
        auto const account = storage::accounts::find(context_.read(), id);
        names_.emplace_back(id, account ? account->name : std::string());
        return names_.back().second;
    }

    Context& context_;
    legal::Law const& law_;
    std::vector<StoredCommencement> stored_;
    mutable std::vector<std::pair<AccountId, std::string>> names_;
};

}  // namespace

Expected<LawView> view_law(Context& context, LawQuery const& query) {
    if (auto const may = context.require(Action::see_law); !may) return refuse(may.error());
    LawViewing const viewing(context);
    LawView view;
    for (auto const& subject : viewing.law().subjects()) {
        LawSubjectView part{subject, {}};
        bool has_provisions = false;
        for (auto const& provision : viewing.law().provisions()) {
            if (provision.subject != subject.code) continue;
            has_provisions = true;
            ++view.in_all;
            auto row = viewing.row(provision);
            if (viewing.is_found(row, query)) part.rows.push_back(std::move(row));
        }
        if (has_provisions) view.all_subjects.push_back(subject);
        view.found += static_cast<int>(part.rows.size());
        if (!part.rows.empty()) view.subjects.push_back(std::move(part));
    }
    std::sort(view.all_subjects.begin(), view.all_subjects.end(),
              [](auto const& a, auto const& b) { return text::sort_key(a.title) < text::sort_key(b.title); });
    std::sort(view.subjects.begin(), view.subjects.end(), [](auto const& a, auto const& b) {
        return text::sort_key(a.subject.title) < text::sort_key(b.subject.title);
    });
    view.waiting = viewing.proposals({}, "proposed");
    return view;
}

Expected<ProvisionView> view_provision(Context& context, std::string_view id) {
    if (auto const may = context.require(Action::see_law); !may) return refuse(may.error());
    LawViewing const viewing(context);
    ProvisionView view;
    view.id = std::string(id);
    bool const may_propose = domain::access::may(context.viewer, Action::propose_standard);
    for (auto const* provision : viewing.law().rows_of(id)) {
        auto row = viewing.row(*provision);
        bool const may_start = may_propose && provision->is_pending && !row.has_proposal;
        if (may_start) view.may_start.push_back(provision->tenancy);
        view.rows.push_back(std::move(row));
    }
    if (view.rows.empty())
        return refuse(RefusalKind::not_found, "provision-unknown", "There is no such provision");
    view.title = view.rows.front().provision.title;
    view.proposals = viewing.proposals(id, {});
    return view;
}

Expected<CommencementView> view_commencement(Context& context, std::string_view proposal_id) {
    if (auto const may = context.require(Action::see_law); !may) return refuse(may.error());
    LawViewing const viewing(context);
    for (auto const& one : viewing.stored())
        if (one.id == proposal_id) return viewing.proposal(one);
    return refuse(RefusalKind::not_found, "proposal-unknown", "There is no such proposal");
}

}  // namespace doorstep::usecases::law
