//! What is asked of quizzes, cards and own questions, and what that would change.
use super::{Change, Journal, Refusal};
use crate::domain::{
    cards::CardId,
    ids::{CardHistoryId, QuestionId, RoundId, StatementId},
    questions::{OwnQuestion, Wording},
    quiz::{Answer, Round, Topic},
    reviews::{CardHistory, Outcome, Review},
    time::Moment,
};

impl Journal {
    pub(super) fn start_round(
        id: RoundId,
        topic: Topic,
        order: Vec<StatementId>,
        now: Moment,
    ) -> Result<Vec<Change>, Refusal> {
        if order.is_empty() {
            return Err(Refusal::EmptyRound);
        }
        Ok(vec![Change::PutRound(Round { id, topic, order, answers: vec![], started: now })])
    }

    pub(super) fn answer_statement(
        &self,
        round: RoundId,
        answer: Answer,
        history: CardHistoryId,
    ) -> Result<Vec<Change>, Refusal> {
        let mut round = self.rounds.get(round).ok_or(Refusal::NoSuchRound)?.clone();
        if !round.order.contains(&answer.statement) {
            return Err(Refusal::NotInRound);
        }
        if round.answer_to(&answer.statement).is_some() {
            return Err(Refusal::AlreadyAnswered);
        }
        let card = CardId::Statement(answer.statement.clone());
        let noted = self.note_answer(card, answer.outcome(), history, answer.at);
        round.answers.push(answer);
        Ok(vec![Change::PutRound(round), noted])
    }

    pub(super) fn note_answer(
        &self,
        card: CardId,
        outcome: Outcome,
        fresh: CardHistoryId,
        now: Moment,
    ) -> Change {
        let (id, mut reviews) =
            self.history.of(&card).map_or((fresh, vec![]), |known| (known.id, known.reviews.clone()));
        reviews.push(Review { at: now, outcome, taken_back: false });
        Change::PutCardHistory(CardHistory::new(id, card, reviews))
    }

    pub(super) fn take_back(&self, card: CardId, at: Moment) -> Result<Vec<Change>, Refusal> {
        let known = self.history.of(&card).ok_or(Refusal::NoSuchAnswer)?;
        let mut reviews = known.reviews.clone();
        let review = reviews.iter_mut().rev().find(|it| it.at == at).ok_or(Refusal::NoSuchAnswer)?;
        if std::mem::replace(&mut review.taken_back, true) {
            return Ok(vec![]);
        }
        Ok(vec![Change::PutCardHistory(CardHistory::new(known.id, card, reviews))])
    }

    pub(super) fn add_questions(&self, questions: Vec<(QuestionId, Wording)>, now: Moment) -> Vec<Change> {
        let mut added: Vec<OwnQuestion> = vec![];
        for (id, wording) in questions {
            let is_known = self.questions.iter().chain(&added).any(|it| it.wording == wording);
            if wording.problem().is_none() && !is_known {
                added.push(OwnQuestion { id, wording, added: now });
            }
        }
        added.into_iter().map(Change::PutQuestion).collect()
    }

    pub(super) fn drop_question(&self, id: QuestionId) -> Result<Vec<Change>, Refusal> {
        self.questions.get(id).ok_or(Refusal::NoSuchQuestion)?;
        Ok(vec![Change::DropQuestion(id)])
    }
}
