import { useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { ask } from '../../../../components/background.ts';
import { ErrorLine } from '../../../../components/ErrorLine.tsx';
import { Notice } from '../../../../components/Notice.tsx';
import { t } from '../../../../components/say.ts';
import { TextField } from '../../../../components/TextField.tsx';
import { useAction } from '../../../../components/useAction.ts';
import { AppError } from '../../../../utils/model/errors.ts';
import type { ChatworkRoom } from '../../../../utils/reminders/channels/chatwork.ts';
import type { Why } from '../../../../utils/reminders/channels/port.ts';
import { whyWords } from '../../../../utils/reminders/channels/why-words.ts';
import { patternOf } from './patternOf.ts';
import { TargetForm } from './TargetForm.tsx';
import { useAdd } from './useAdd.ts';

/** Chatwork: a token (or the one that is kept), then one of the rooms that it may write to. */
export function ChatworkForm({ tokenKept, added }: { tokenKept: boolean; added: () => void }) {
  const [useKept, setUseKept] = useState(tokenKept);
  const [token, setToken] = useState('');
  const [rooms, setRooms] = useState<ChatworkRoom[] | null>(null);
  const [why, setWhy] = useState<Why | null>(null);
  const [roomId, setRoomId] = useState('');
  const [people, setPeople] = useState('');
  const [task, setTask] = useState(false);
  const [name, setName] = useState('');
  const add = useAdd(added);
  const secret = useKept ? null : token;
  const load = useAction(async () => {
    setRooms(null);
    setWhy(null);
    const origins = [patternOf({ channel: 'chatwork', config: {} }) ?? ''];
    if (!(await browser.permissions.request({ origins }))) throw new AppError('permissionDenied');
    const answer = await ask('target.rooms', { token: secret });
    setWhy(answer.why);
    if (answer.why === null) setRooms(answer.rooms);
  });
  const choose = (id: string): void => {
    setRoomId(id);
    // What it is called there, until a person calls it something else.
    const known = rooms?.some((room) => room.name === name) ?? false;
    if (name === '' || known) setName(rooms?.find((room) => room.id === id)?.name ?? '');
  };
  return (
    <TargetForm
      channel="chatwork"
      hint={t('channels.chatwork.hint')}
      name={name}
      onName={setName}
      add={add}
      ready={(rooms?.length ?? 0) > 0}
      draft={() => ({
        channel: 'chatwork',
        name,
        config: { roomId, ...(task ? { task: 'yes' } : {}) },
        people: people.split(/[,、\s]+/).filter((id) => id !== ''),
        secret,
      })}
    >
      {useKept ? (
        <p>
          {t('channels.chatwork.tokenKept')}{' '}
          <button type="button" class="link-button" onClick={() => setUseKept(false)}>
            {t('channels.chatwork.tokenChange')}
          </button>
        </p>
      ) : (
        <TextField
          label={t('channels.chatwork.token')}
          hint={t('channels.chatwork.tokenHint')}
          type="password"
          mono
          value={token}
          onValue={(typed) => {
            setToken(typed);
            setRooms(null);
          }}
        />
      )}
      <div>
        <button
          type="button"
          class="button"
          data-kagiban="load-rooms"
          disabled={load.busy || (!useKept && token === '')}
          onClick={load.run}
        >
          {t(load.busy ? 'channels.chatwork.loading' : 'channels.chatwork.load')}
        </button>
      </div>
      {why && (
        <Notice level="unknown" role="alert" data={{ 'data-why': why }}>
          {whyWords('chatwork', why, t)}
        </Notice>
      )}
      <ErrorLine code={load.error} />
      {rooms?.length === 0 && (
        <Notice level="unknown" role="status">
          {t('channels.chatwork.noRooms')}
        </Notice>
      )}
      {rooms !== null && rooms.length > 0 && (
        <>
          <label>
            {t('channels.chatwork.room')}
            <select required value={roomId} onChange={(event) => choose(event.currentTarget.value)}>
              <option value="">{t('channels.chatwork.pick')}</option>
              {rooms.map((room) => (
                <option key={room.id} value={room.id}>
                  {room.name}
                </option>
              ))}
            </select>
          </label>
          <TextField
            label={t('channels.chatwork.people')}
            hint={t('channels.chatwork.peopleHint')}
            required={false}
            value={people}
            onValue={setPeople}
          />
          <label class="check">
            <input
              type="checkbox"
              checked={task}
              onChange={(event) => setTask(event.currentTarget.checked)}
            />
            {t('channels.chatwork.task')}
            <span class="quiet">{t('channels.chatwork.taskHint')}</span>
          </label>
        </>
      )}
    </TargetForm>
  );
}
