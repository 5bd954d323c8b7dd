<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja" sourcelanguage="en">
<context>
    <name>About</name>
    <message>
        <source>A native chat for any OpenAI-compatible endpoint.</source>
        <translation>OpenAI互換エンドポイントのためのネイティブなチャットアプリ。</translation>
    </message>
    <message>
        <source>About</source>
        <translation>このアプリについて</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>詳細をコピー</translation>
    </message>
    <message>
        <source>Free software under the MIT licence.</source>
        <translation>MITライセンスのフリーソフトウェアです。</translation>
    </message>
    <message>
        <source>Version {version}
Python {python}, Qt {qt}, {system}
Everything is kept in {folder}</source>
        <translation>バージョン{version}
Python {python}、Qt {qt}、{system}
すべてのデータの保存先：{folder}</translation>
    </message>
</context>
<context>
    <name>Adding</name>
    <message>
        <source>Wait until the answer has ended.</source>
        <translation>回答が終わるまでお待ちください。</translation>
    </message>
</context>
<context>
    <name>AnswerSettings</name>
    <message>
        <source>Changed since this answer: {count}</source>
        <translation>この回答のあとに変更された項目：{count}</translation>
    </message>
    <message>
        <source>Copy as JSON</source>
        <translation>JSONとしてコピー</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>項目</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>モデル</translation>
    </message>
    <message>
        <source>Next message</source>
        <translation>次のメッセージ</translation>
    </message>
    <message>
        <source>Only what changed since</source>
        <translation>変更された項目のみ</translation>
    </message>
    <message>
        <source>Settings of this answer</source>
        <translation>この回答の設定</translation>
    </message>
    <message>
        <source>The next message would be sent with the same settings.</source>
        <translation>次のメッセージも同じ設定で送信されます。</translation>
    </message>
    <message>
        <source>This answer</source>
        <translation>この回答</translation>
    </message>
    <message>
        <source>Use all of them</source>
        <translation>すべて使う</translation>
    </message>
    <message>
        <source>Use this value</source>
        <translation>この値を使う</translation>
    </message>
</context>
<context>
    <name>Attachment</name>
    <message>
        <source>A message takes {count} attachments at most; the others were left out.</source>
        <translation>1件のメッセージに添付できるファイルは最大{count}個です。残りは添付されませんでした。</translation>
    </message>
    <message>
        <source>Attach files</source>
        <translation>ファイルを添付</translation>
    </message>
    <message>
        <source>Attachments</source>
        <translation>添付ファイル</translation>
    </message>
    <message>
        <source>Pages: {count}</source>
        <translation>ページ数：{count}</translation>
    </message>
    <message>
        <source>Pasted picture</source>
        <translation>貼り付けた画像</translation>
    </message>
    <message>
        <source>Read as {encoding}</source>
        <translation>{encoding} として読み込み</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>読み込み中…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>取り除く</translation>
    </message>
    <message>
        <source>Remove {name}</source>
        <translation>{name}を取り除く</translation>
    </message>
    <message>
        <source>Send them again</source>
        <translation>もう一度送信</translation>
    </message>
    <message>
        <source>The files are still being read.</source>
        <translation>ファイルはまだ読み込み中です。</translation>
    </message>
    <message>
        <source>{count} attachments · {size} · {tokens}</source>
        <translation>添付{count}個・{size}・{tokens}</translation>
    </message>
    <message>
        <source>{name} cannot be read.</source>
        <translation>{name}を読み込めません。</translation>
    </message>
    <message>
        <source>{name} cannot be read: it may be damaged.</source>
        <translation>{name}を読み込めません。壊れている可能性があります。</translation>
    </message>
    <message>
        <source>{name} holds no text, only pictures. Attach its pages as pictures instead.</source>
        <translation>{name}にはテキストがなく、画像だけが含まれています。ページを画像として添付してください。</translation>
    </message>
    <message>
        <source>{name} is damaged, or has too many pixels.</source>
        <translation>{name}は壊れているか、画素数が多すぎます。</translation>
    </message>
    <message>
        <source>{name} is empty.</source>
        <translation>{name}は空です。</translation>
    </message>
    <message>
        <source>{name} is locked with a password.</source>
        <translation>{name}はパスワードで保護されています。</translation>
    </message>
    <message>
        <source>{name} is no picture, sound (WAV, MP3), PDF or text that can be sent.</source>
        <translation>{name}は、送信できる画像、音声（WAV、MP3）、PDF、テキストのいずれでもありません。</translation>
    </message>
    <message>
        <source>{name} is not a file.</source>
        <translation>{name}はファイルではありません。</translation>
    </message>
    <message>
        <source>{name} is too large: at most {most} MB can be sent.</source>
        <translation>{name}は大きすぎます。送信できるのは{most} MBまでです。</translation>
    </message>
    <message>
        <source>“{model}” does not take pictures, says its endpoint.</source>
        <translation>「{model}」は画像を受け付けないと、エンドポイントが示しています。</translation>
    </message>
    <message>
        <source>“{model}” does not take sounds, says its endpoint.</source>
        <translation>「{model}」は音声を受け付けないと、エンドポイントが示しています。</translation>
    </message>
    <message>
        <source>“{model}” refused pictures or sounds before; only their names are sent.</source>
        <translation>「{model}」は以前に画像または音声を拒否したため、ファイル名だけが送信されます。</translation>
    </message>
    <message>
        <source>≈ {count} tokens</source>
        <translation>約{count}トークン</translation>
    </message>
</context>
<context>
    <name>Backups</name>
    <message>
        <source>Back up now</source>
        <translation>今すぐバックアップ</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>バックアップ</translation>
    </message>
    <message>
        <source>Backups, the newest first</source>
        <translation>バックアップ（新しい順）</translation>
    </message>
    <message>
        <source>Conversations and settings are copied by themselves when they have changed. Kept are the newest copies, one a day for a week, one a week for a month, and one a month for half a year. Keys are not in them: they stay in the system&apos;s keyring.</source>
        <translation>会話と設定は、変更があると自動的にコピーされます。最新のもののほか、1週間は1日1個、1か月は週1個、半年は月1個が保持されます。キーは含まれず、システムのキーリングに残ります。</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>コピーしました。</translation>
    </message>
    <message>
        <source>Copying…</source>
        <translation>コピー中…</translation>
    </message>
    <message>
        <source>Go back to this backup?</source>
        <translation>このバックアップに戻しますか？</translation>
    </message>
    <message>
        <source>It holds {conversations} conversations with {messages} messages, last changed {when}. What is here now becomes the newest backup, and the window opens anew.</source>
        <translation>会話{conversations}件、メッセージ{messages}件が含まれています。最終更新：{when}。現在の内容は最新のバックアップとして保存され、ウィンドウが開き直されます。</translation>
    </message>
    <message>
        <source>Looking into the copy…</source>
        <translation>コピーの中身を確認中…</translation>
    </message>
    <message>
        <source>Not copied: it would take more than a fifth of the free disk.</source>
        <translation>コピーしませんでした。ディスクの空き容量の5分の1を超えるためです。</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>復元</translation>
    </message>
    <message>
        <source>Restore from a file</source>
        <translation>ファイルから復元</translation>
    </message>
    <message>
        <source>Restore from a file…</source>
        <translation>ファイルから復元…</translation>
    </message>
    <message>
        <source>Restore…</source>
        <translation>復元…</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>コピーを保存</translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation>コピーを保存…</translation>
    </message>
    <message>
        <source>Saved as {name}.</source>
        <translation>{name}として保存しました。</translation>
    </message>
    <message>
        <source>There is no backup yet.</source>
        <translation>バックアップはまだありません。</translation>
    </message>
    <message>
        <source>{name} could not be written.</source>
        <translation>{name}に書き込めませんでした。</translation>
    </message>
    <message>
        <source>{name} is damaged, of a newer version, or no backup of this app.</source>
        <translation>{name}は壊れているか、新しいバージョンのものか、このアプリのバックアップではありません。</translation>
    </message>
</context>
<context>
    <name>Branches</name>
    <message>
        <source>Answer</source>
        <translation>回答</translation>
    </message>
    <message>
        <source>Branches</source>
        <translation>分岐</translation>
    </message>
    <message>
        <source>Branches of this conversation</source>
        <translation>この会話の分岐</translation>
    </message>
    <message>
        <source>Delete for good</source>
        <translation>完全に削除</translation>
    </message>
    <message>
        <source>Delete for good…</source>
        <translation>完全に削除…</translation>
    </message>
    <message>
        <source>Delete these messages for good?</source>
        <translation>これらのメッセージを完全に削除しますか?</translation>
    </message>
    <message>
        <source>Deleted messages</source>
        <translation>削除したメッセージ</translation>
    </message>
    <message>
        <source>Deleted messages, kept for {days} days:</source>
        <translation>削除したメッセージ（{days} 日間保存）:</translation>
    </message>
    <message>
        <source>Each line is a stretch of messages. Editing or regenerating begins a new branch; click one to show it.</source>
        <translation>1行が一続きのメッセージを表します。編集や再生成をすると新しい分岐ができます。クリックすると表示します。</translation>
    </message>
    <message>
        <source>Messages: {count}</source>
        <translation>メッセージ：{count}</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>復元</translation>
    </message>
    <message>
        <source>This cannot be undone. Backups made earlier still hold them.</source>
        <translation>元に戻せません。以前のバックアップには残ります。</translation>
    </message>
    <message>
        <source>You</source>
        <translation>あなた</translation>
    </message>
    <message>
        <source>shown</source>
        <translation>表示中</translation>
    </message>
    <message>
        <source>{who}: {words}, level {level}, messages: {count}</source>
        <translation>{who}：{words}、レベル{level}、メッセージ：{count}</translation>
    </message>
    <message>
        <source>{words} (messages: {count})</source>
        <translation>{words}（メッセージ: {count}）</translation>
    </message>
</context>
<context>
    <name>Bug</name>
    <message>
        <source>Copy report</source>
        <translation>レポートをコピー</translation>
    </message>
    <message>
        <source>Something went wrong inside the app. Your conversations are safe.</source>
        <translation>アプリの内部で問題が起きました。会話は安全です。</translation>
    </message>
</context>
<context>
    <name>CodePart</name>
    <message>
        <source>Copy</source>
        <translation>コピー</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>保存…</translation>
    </message>
    <message>
        <source>Scroll</source>
        <translation>スクロール</translation>
    </message>
    <message>
        <source>Wrap</source>
        <translation>折り返す</translation>
    </message>
    <message>
        <source>code</source>
        <translation>コード</translation>
    </message>
    <message>
        <source>{language} – source of a diagram</source>
        <translation>{language}（図のソース）</translation>
    </message>
</context>
<context>
    <name>Command</name>
    <message>
        <source>About</source>
        <translation>このアプリについて</translation>
    </message>
    <message>
        <source>Add a message without sending…</source>
        <translation>送信せずにメッセージを追加…</translation>
    </message>
    <message>
        <source>Archive conversation</source>
        <translation>会話をアーカイブ</translation>
    </message>
    <message>
        <source>Attach files…</source>
        <translation>ファイルを添付…</translation>
    </message>
    <message>
        <source>Backups…</source>
        <translation>バックアップ…</translation>
    </message>
    <message>
        <source>Branches…</source>
        <translation>分岐…</translation>
    </message>
    <message>
        <source>Command palette…</source>
        <translation>コマンドパレット…</translation>
    </message>
    <message>
        <source>Conversation list</source>
        <translation>会話リスト</translation>
    </message>
    <message>
        <source>Copy request as cURL</source>
        <translation>リクエストをcURLとしてコピー</translation>
    </message>
    <message>
        <source>Delete conversation</source>
        <translation>会話を削除</translation>
    </message>
    <message>
        <source>Export request as HAR…</source>
        <translation>リクエストをHARとして書き出す…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>書き出す…</translation>
    </message>
    <message>
        <source>Find…</source>
        <translation>検索…</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>ヘルプ</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>読み込む…</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>インスペクタ</translation>
    </message>
    <message>
        <source>Keyboard shortcuts…</source>
        <translation>キーボードショートカット…</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>文字を大きく</translation>
    </message>
    <message>
        <source>New conversation</source>
        <translation>新しい会話</translation>
    </message>
    <message>
        <source>New folder…</source>
        <translation>新しいフォルダ…</translation>
    </message>
    <message>
        <source>Next conversation</source>
        <translation>次の会話</translation>
    </message>
    <message>
        <source>Normal text</source>
        <translation>文字を標準サイズに</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>パラメータ</translation>
    </message>
    <message>
        <source>Persona</source>
        <translation>ペルソナ</translation>
    </message>
    <message>
        <source>Pin conversation</source>
        <translation>会話をピン留め</translation>
    </message>
    <message>
        <source>Previous conversation</source>
        <translation>前の会話</translation>
    </message>
    <message>
        <source>Prompts and personas…</source>
        <translation>プロンプトとペルソナ…</translation>
    </message>
    <message>
        <source>Quick question…</source>
        <translation>クイック質問…</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>終了</translation>
    </message>
    <message>
        <source>Quote the selection</source>
        <translation>選択部分を引用</translation>
    </message>
    <message>
        <source>Regenerate</source>
        <translation>再生成</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>名前を変更</translation>
    </message>
    <message>
        <source>Sampling lens</source>
        <translation>サンプリングレンズ</translation>
    </message>
    <message>
        <source>Save this setup as a persona…</source>
        <translation>この設定をペルソナとして保存…</translation>
    </message>
    <message>
        <source>Search all messages</source>
        <translation>すべてのメッセージを検索</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>送信</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>設定…</translation>
    </message>
    <message>
        <source>Show the bin</source>
        <translation>ゴミ箱を表示</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>並べて表示</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>文字を小さく</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Sweep…</source>
        <translation>スイープ…</translation>
    </message>
    <message>
        <source>Tools…</source>
        <translation>ツール…</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>元に戻す</translation>
    </message>
    <message>
        <source>Usage and cost…</source>
        <translation>使用量と費用…</translation>
    </message>
    <message>
        <source>Write a message</source>
        <translation>メッセージを書く</translation>
    </message>
    <message>
        <source>Write a title</source>
        <translation>タイトルを付ける</translation>
    </message>
    <message>
        <source>Write titles with this model</source>
        <translation>このモデルでタイトルを付ける</translation>
    </message>
</context>
<context>
    <name>Comparison</name>
    <message>
        <source>Add a column</source>
        <translation>列を追加</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>採用</translation>
    </message>
    <message>
        <source>Keep all</source>
        <translation>すべて採用</translation>
    </message>
    <message>
        <source>Keep this answer and delete the others</source>
        <translation>この回答を採用し、ほかを削除</translation>
    </message>
    <message>
        <source>Remove this column</source>
        <translation>この列を取り除く</translation>
    </message>
    <message>
        <source>Settings of {model}</source>
        <translation>{model}の設定</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>並べて表示</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>The conversation&apos;s settings</source>
        <translation>会話の設定</translation>
    </message>
    <message>
        <source>The other answers were deleted.</source>
        <translation>ほかの回答を削除しました。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>元に戻す</translation>
    </message>
    <message>
        <source>Write a message below.</source>
        <translation>下にメッセージを入力してください。</translation>
    </message>
</context>
<context>
    <name>Composer</name>
    <message>
        <source>Message</source>
        <translation>メッセージ</translation>
    </message>
    <message>
        <source>Write a message</source>
        <translation>メッセージを入力</translation>
    </message>
</context>
<context>
    <name>ConnectionTest</name>
    <message>
        <source>Ask for one token (may cost a little)</source>
        <translation>1トークンだけ要求（わずかな料金がかかることがあります）</translation>
    </message>
    <message>
        <source>Test connection</source>
        <translation>接続をテスト</translation>
    </message>
    <message>
        <source>Trust this certificate</source>
        <translation>この証明書を信頼</translation>
    </message>
</context>
<context>
    <name>Content</name>
    <message>
        <source>Save code</source>
        <translation>コードを保存</translation>
    </message>
</context>
<context>
    <name>Conversation</name>
    <message>
        <source>The message was deleted.</source>
        <translation>メッセージを削除しました。</translation>
    </message>
</context>
<context>
    <name>Desktop</name>
    <message>
        <source>Opening at login could not be changed.</source>
        <translation>ログイン時の起動を変更できませんでした。</translation>
    </message>
    <message>
        <source>The answer failed.</source>
        <translation>回答に失敗しました。</translation>
    </message>
    <message>
        <source>The answer is ready.</source>
        <translation>回答ができました。</translation>
    </message>
</context>
<context>
    <name>Dialog</name>
    <message>
        <source>Chat</source>
        <translation>チャット</translation>
    </message>
</context>
<context>
    <name>Editing</name>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Editing a message. The earlier version stays.</source>
        <translation>メッセージを編集しています。以前の版は残ります。</translation>
    </message>
    <message>
        <source>Editing without asking the model. The earlier version stays.</source>
        <translation>モデルに尋ねずに編集しています。以前の版は残ります。</translation>
    </message>
    <message>
        <source>Leave the message as it is (Esc)</source>
        <translation>メッセージをそのままにする（Esc）</translation>
    </message>
</context>
<context>
    <name>Editor</name>
    <message>
        <source>Add a text; \n is a line break</source>
        <translation>テキストを追加（\nは改行）</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>形式</translation>
    </message>
    <message>
        <source>No valid JSON at line {line}, column {column}.</source>
        <translation>{line}行{column}列が正しいJSONではありません。</translation>
    </message>
    <message>
        <source>Remove “{word}”</source>
        <translation>「{word}」を取り除く</translation>
    </message>
    <message>
        <source>Voice</source>
        <translation>声</translation>
    </message>
    <message>
        <source>on</source>
        <translation>オン</translation>
    </message>
</context>
<context>
    <name>Empty</name>
    <message>
        <source>A small language model is built in. It runs on this computer.</source>
        <translation>小さな言語モデルが内蔵されています。このコンピュータ上で動作します。</translation>
    </message>
    <message>
        <source>Add an endpoint…</source>
        <translation>エンドポイントを追加…</translation>
    </message>
    <message>
        <source>Begin with an endpoint</source>
        <translation>エンドポイントから始める</translation>
    </message>
    <message>
        <source>Chat without an account</source>
        <translation>アカウントなしでチャット</translation>
    </message>
    <message>
        <source>Enter the key</source>
        <translation>キーを入力</translation>
    </message>
    <message>
        <source>It goes into the system&apos;s keyring and nowhere else.</source>
        <translation>システムのキーリングだけに保存されます。</translation>
    </message>
    <message>
        <source>No offline model is installed. Any server for OpenAI clients will do.</source>
        <translation>オフラインモデルはインストールされていません。OpenAI クライアント向けのサーバーならどれでも使えます。</translation>
    </message>
    <message>
        <source>Use the offline model</source>
        <translation>オフラインモデルを使う</translation>
    </message>
    <message>
        <source>What is on your mind?</source>
        <translation>何についてお話ししますか？</translation>
    </message>
    <message>
        <source>Write a message below.</source>
        <translation>下にメッセージを入力してください。</translation>
    </message>
    <message>
        <source>{name} needs a key</source>
        <translation>{name}にはキーが必要です</translation>
    </message>
</context>
<context>
    <name>Endpoint</name>
    <message>
        <source>A key has only plain letters, digits and signs, and no spaces.</source>
        <translation>キーに使えるのは半角の英数字と記号だけで、空白は使えません。</translation>
    </message>
    <message>
        <source>Custom</source>
        <translation>カスタム</translation>
    </message>
    <message>
        <source>Its value is set with the endpoint, in the settings.</source>
        <translation>値は、設定のエンドポイントで指定します。</translation>
    </message>
    <message>
        <source>Leave user and password out of the address.</source>
        <translation>アドレスにユーザー名とパスワードを含めないでください。</translation>
    </message>
    <message>
        <source>Offline model</source>
        <translation>オフラインモデル</translation>
    </message>
    <message>
        <source>The app itself sets “{name}”.</source>
        <translation>「{name}」はアプリ自身が設定します。</translation>
    </message>
    <message>
        <source>The header “{name}” has no value.</source>
        <translation>ヘッダー「{name}」に値がありません。</translation>
    </message>
    <message>
        <source>The value of “{name}” has signs that cannot be sent.</source>
        <translation>「{name}」の値に送信できない文字があります。</translation>
    </message>
    <message>
        <source>There is a header “{name}” already.</source>
        <translation>ヘッダー「{name}」はすでにあります。</translation>
    </message>
    <message>
        <source>There is no environment variable {variable} for “{name}”.</source>
        <translation>「{name}」のための環境変数 {variable} がありません。</translation>
    </message>
    <message>
        <source>This is too long for a key (at most {count} signs).</source>
        <translation>キーとしては長すぎます（最大{count}文字）。</translation>
    </message>
    <message>
        <source>This is too long for the keyring (at most {count} signs).</source>
        <translation>キーリングには長すぎます（最大{count}文字）。</translation>
    </message>
    <message>
        <source>Type a key first.</source>
        <translation>先にキーを入力してください。</translation>
    </message>
    <message>
        <source>Use it for this run only, or name an environment variable: {example}.</source>
        <translation>今回だけ使うか、環境変数を指定してください：{example}。</translation>
    </message>
    <message>
        <source>Write an address such as https://example.com/v1.</source>
        <translation>https://example.com/v1 のようなアドレスを入力してください。</translation>
    </message>
    <message>
        <source>“{name}” in the address has no value.</source>
        <translation>アドレスの「{name}」に値がありません。</translation>
    </message>
    <message>
        <source>“{name}” is no header name.</source>
        <translation>「{name}」はヘッダー名として使えません。</translation>
    </message>
</context>
<context>
    <name>EndpointForm</name>
    <message>
        <source> s</source>
        <translation> 秒</translation>
    </message>
    <message>
        <source>A key would cross the network unencrypted.</source>
        <translation>キーが暗号化されずにネットワークを流れます。</translation>
    </message>
    <message>
        <source>Always</source>
        <translation>常に</translation>
    </message>
    <message>
        <source>Base URL</source>
        <translation>ベースURL</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>証明書</translation>
    </message>
    <message>
        <source>Choose file…</source>
        <translation>ファイルを選択…</translation>
    </message>
    <message>
        <source>Connecting takes at most</source>
        <translation>接続の制限時間</translation>
    </message>
    <message>
        <source>Connection details</source>
        <translation>接続の詳細</translation>
    </message>
    <message>
        <source>Default model</source>
        <translation>既定のモデル</translation>
    </message>
    <message>
        <source>Extra headers</source>
        <translation>追加ヘッダー</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>破棄</translation>
    </message>
    <message>
        <source>Get list</source>
        <translation>一覧を取得</translation>
    </message>
    <message>
        <source>Keep in keyring</source>
        <translation>キーリングに保存</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>キー</translation>
    </message>
    <message>
        <source>Key from variable</source>
        <translation>キーの環境変数</translation>
    </message>
    <message>
        <source>Key goes into header</source>
        <translation>キーを入れるヘッダー</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>しない</translation>
    </message>
    <message>
        <source>Paste a key</source>
        <translation>キーを貼り付け</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>プロキシ</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>Request fields that new conversations begin with</source>
        <translation>新しい会話の初期リクエスト項目</translation>
    </message>
    <message>
        <source>Send reasoning back</source>
        <translation>推論を送り返す</translation>
    </message>
    <message>
        <source>Sending takes at most</source>
        <translation>送信の制限時間</translation>
    </message>
    <message>
        <source>Take &lt;think&gt; tags as reasoning</source>
        <translation>&lt;think&gt;タグを推論として扱う</translation>
    </message>
    <message>
        <source>The first of the list</source>
        <translation>一覧の最初のモデル</translation>
    </message>
    <message>
        <source>This run only</source>
        <translation>今回だけ使う</translation>
    </message>
    <message>
        <source>Wait between data</source>
        <translation>データ間の待ち時間</translation>
    </message>
    <message>
        <source>Wait for the first data</source>
        <translation>最初のデータまでの待ち時間</translation>
    </message>
    <message>
        <source>With tool calls</source>
        <translation>ツール呼び出し時</translation>
    </message>
    <message>
        <source>as the system trusts</source>
        <translation>システムの信頼設定に従う</translation>
    </message>
    <message>
        <source>own certificate file</source>
        <translation>独自の証明書ファイル</translation>
    </message>
    <message>
        <source>pinned: only this one</source>
        <translation>固定：この証明書のみ</translation>
    </message>
</context>
<context>
    <name>EndpointHeaders</name>
    <message>
        <source>Add a header</source>
        <translation>ヘッダーを追加</translation>
    </message>
    <message>
        <source>Asking the keyring…</source>
        <translation>キーリングに問い合わせ中…</translation>
    </message>
    <message>
        <source>If anybody may read it, switch “Secret” off.</source>
        <translation>読まれてもよい値なら、「秘密」をオフにしてください。</translation>
    </message>
    <message>
        <source>It looks like a secret, so it is always kept in the system keyring.</source>
        <translation>秘密の値と見られるため、常にシステムのキーリングに保存されます。</translation>
    </message>
    <message>
        <source>Kept in the system keyring, and masked wherever it could be read</source>
        <translation>システムのキーリングに保存し、読み取られうる場所ではすべて伏せます</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>Name of the header</source>
        <translation>ヘッダーの名前</translation>
    </message>
    <message>
        <source>Remove {name}</source>
        <translation>{name}を取り除く</translation>
    </message>
    <message>
        <source>Secret</source>
        <translation>秘密</translation>
    </message>
    <message>
        <source>Secret values are kept in the system keyring and not shown again. A value can come from an environment variable: ${NAME}.</source>
        <translation>秘密の値はシステムのキーリングに保存され、再び表示されることはありません。値は環境変数からも取れます：${NAME}。</translation>
    </message>
    <message>
        <source>The header “{name}” was not kept. {why}</source>
        <translation>ヘッダー「{name}」は保存されませんでした。{why}</translation>
    </message>
    <message>
        <source>There is no environment variable {name} now.</source>
        <translation>環境変数 {name} は現在ありません。</translation>
    </message>
    <message>
        <source>This run only</source>
        <translation>今回だけ使う</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>値</translation>
    </message>
    <message>
        <source>Value of {name}</source>
        <translation>{name}の値</translation>
    </message>
    <message>
        <source>Value, or ${NAME}</source>
        <translation>値、または ${NAME}</translation>
    </message>
    <message>
        <source>no value: type it again</source>
        <translation>値なし：もう一度入力してください</translation>
    </message>
    <message>
        <source>this header</source>
        <translation>このヘッダー</translation>
    </message>
    <message>
        <source>{name}: secret</source>
        <translation>{name}：秘密</translation>
    </message>
    <message>
        <source>“{name}” can be read in the settings, where an earlier version put it. Press Enter in its row to move it to the keyring.</source>
        <translation>「{name}」は以前のバージョンが設定に保存したため、読み取れる状態です。その行でEnterを押すとキーリングに移せます。</translation>
    </message>
    <message>
        <source>“{name}” has no value yet.</source>
        <translation>「{name}」にまだ値がありません。</translation>
    </message>
    <message>
        <source>“{name}” is kept as it is now, but its old value is still in the system keyring. {why}</source>
        <translation>「{name}」は現在の内容で保存されましたが、以前の値がシステムのキーリングに残っています。{why}</translation>
    </message>
    <message>
        <source>•••••••• for this run only</source>
        <translation>•••••••• 今回だけ</translation>
    </message>
    <message>
        <source>•••••••• in the system keyring</source>
        <translation>•••••••• システムのキーリングに保存済み</translation>
    </message>
</context>
<context>
    <name>Engine</name>
    <message>
        <source>Choose a file that ends with .gguf.</source>
        <translation>.ggufで終わるファイルを選んでください。</translation>
    </message>
    <message>
        <source>Choose another file in the settings.</source>
        <translation>設定で別のファイルを選んでください。</translation>
    </message>
    <message>
        <source>Choose any GGUF file in the settings.</source>
        <translation>設定でGGUFファイルを選んでください。</translation>
    </message>
    <message>
        <source>Install the app with its “local” extra: {command}</source>
        <translation>アプリを追加機能「local」付きでインストールしてください：{command}</translation>
    </message>
    <message>
        <source>The built-in model is not installed.</source>
        <translation>内蔵モデルがインストールされていません。</translation>
    </message>
    <message>
        <source>The model file cannot be read: {name}</source>
        <translation>モデルファイルを読み込めません：{name}</translation>
    </message>
    <message>
        <source>The offline engine is not installed.</source>
        <translation>オフラインエンジンがインストールされていません。</translation>
    </message>
    <message>
        <source>The offline model could not be started.</source>
        <translation>オフラインモデルを起動できませんでした。</translation>
    </message>
    <message>
        <source>The offline model stopped unexpectedly.</source>
        <translation>オフラインモデルが予期せず停止しました。</translation>
    </message>
    <message>
        <source>The offline model was stopped before it was ready.</source>
        <translation>オフラインモデルは準備が整う前に停止されました。</translation>
    </message>
    <message>
        <source>Try again, or choose a smaller model in the settings.</source>
        <translation>もう一度試すか、設定でより小さなモデルを選んでください。</translation>
    </message>
    <message>
        <source>{name} is no GGUF model file.</source>
        <translation>{name}はGGUFモデルファイルではありません。</translation>
    </message>
</context>
<context>
    <name>Events</name>
    <message>
        <source>#</source>
        <translation>#</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>データ</translation>
    </message>
    <message>
        <source>Gap</source>
        <translation>間隔</translation>
    </message>
    <message>
        <source>It may have come up to {time} earlier.</source>
        <translation>実際には最大{time}早く届いていた可能性があります。</translation>
    </message>
    <message>
        <source>Read as it came.</source>
        <translation>届くと同時に読み取りました。</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>サイズ</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>時刻</translation>
    </message>
</context>
<context>
    <name>Failure</name>
    <message>
        <source>Add one in the settings, or use the offline model.</source>
        <translation>設定で追加するか、オフラインモデルを使ってください。</translation>
    </message>
    <message>
        <source>An answer is still being written.</source>
        <translation>まだ回答の途中です。</translation>
    </message>
    <message>
        <source>Ask again, or choose another model.</source>
        <translation>もう一度尋ねるか、別のモデルを選んでください。</translation>
    </message>
    <message>
        <source>Cannot connect to {place}.</source>
        <translation>{place}に接続できません。</translation>
    </message>
    <message>
        <source>Change it in the side panel.</source>
        <translation>サイドパネルで変更してください。</translation>
    </message>
    <message>
        <source>Check the address and the network.</source>
        <translation>アドレスとネットワークを確認してください。</translation>
    </message>
    <message>
        <source>Check the base URL in the settings.</source>
        <translation>設定でベースURLを確認してください。</translation>
    </message>
    <message>
        <source>Check the base URL: it often ends with /v1.</source>
        <translation>ベースURLを確認してください。多くの場合/v1で終わります。</translation>
    </message>
    <message>
        <source>Check the endpoint in the settings.</source>
        <translation>設定でエンドポイントを確認してください。</translation>
    </message>
    <message>
        <source>Check the key in the settings.</source>
        <translation>設定でキーを確認してください。</translation>
    </message>
    <message>
        <source>Check the proxy in the settings.</source>
        <translation>設定でプロキシを確認してください。</translation>
    </message>
    <message>
        <source>Check the spelling of the address and the network.</source>
        <translation>アドレスの綴りとネットワークを確認してください。</translation>
    </message>
    <message>
        <source>Choose another model.</source>
        <translation>別のモデルを選んでください。</translation>
    </message>
    <message>
        <source>Choose or type one at the top of the conversation.</source>
        <translation>会話の上部でモデルを選ぶか入力してください。</translation>
    </message>
    <message>
        <source>Continue it, or ask again.</source>
        <translation>続きを生成するか、もう一度尋ねてください。</translation>
    </message>
    <message>
        <source>If that is right, change the base URL.</source>
        <translation>それが正しければ、ベースURLを変更してください。</translation>
    </message>
    <message>
        <source>If this is your own server, add its CA file or pin its certificate in the settings.</source>
        <translation>ご自分のサーバーなら、設定でCAファイルを追加するか証明書を固定してください。</translation>
    </message>
    <message>
        <source>Is the server running?</source>
        <translation>サーバーは動作していますか？</translation>
    </message>
    <message>
        <source>No data for {seconds} seconds; the connection was closed.</source>
        <translation>{seconds}秒間データが届かなかったため、接続を閉じました。</translation>
    </message>
    <message>
        <source>No model is chosen.</source>
        <translation>モデルが選ばれていません。</translation>
    </message>
    <message>
        <source>Perhaps the address should begin with http://.</source>
        <translation>アドレスはhttp://で始まるのかもしれません。</translation>
    </message>
    <message>
        <source>Something went wrong inside the app.</source>
        <translation>アプリの内部で問題が起きました。</translation>
    </message>
    <message>
        <source>The account has no credit left ({status}): {said}</source>
        <translation>アカウントの残高がありません（{status}）：{said}</translation>
    </message>
    <message>
        <source>The account&apos;s quota is used up.</source>
        <translation>アカウントの割り当てを使い切りました。</translation>
    </message>
    <message>
        <source>The address answered with a web page, not with a chat reply.</source>
        <translation>チャットの返信ではなくウェブページが返されました。</translation>
    </message>
    <message>
        <source>The address takes no chat requests (405): {said}</source>
        <translation>このアドレスはチャットのリクエストを受け付けません（405）：{said}</translation>
    </message>
    <message>
        <source>The address, the key or a header cannot be sent: {url}</source>
        <translation>アドレス、キー、またはヘッダーを送信できません：{url}</translation>
    </message>
    <message>
        <source>The answer broke off: the connection was lost.</source>
        <translation>接続が切れたため、回答が途切れました。</translation>
    </message>
    <message>
        <source>The answer is incomplete: the server stopped sending.</source>
        <translation>サーバーが送信をやめたため、回答が不完全です。</translation>
    </message>
    <message>
        <source>The certificate of {place} is not trusted: {reason}.</source>
        <translation>{place}の証明書は信頼されていません：{reason}。</translation>
    </message>
    <message>
        <source>The conversation is longer than the model can read: begin a new one or delete some of it.</source>
        <translation>会話がモデルの読める長さを超えています。新しい会話を始めるか、一部を削除してください。</translation>
    </message>
    <message>
        <source>The conversation is too large for the server (413): {said}</source>
        <translation>会話がサーバーの上限を超えています（413）：{said}</translation>
    </message>
    <message>
        <source>The field is “{param}”: change it in the side panel.</source>
        <translation>該当する項目は「{param}」です。サイドパネルで変更してください。</translation>
    </message>
    <message>
        <source>The model wrote no title.</source>
        <translation>モデルがタイトルを書きませんでした。</translation>
    </message>
    <message>
        <source>The name {host} was not found.</source>
        <translation>{host}という名前は見つかりませんでした。</translation>
    </message>
    <message>
        <source>The proxy {place} did not let the request through.</source>
        <translation>プロキシ{place}がリクエストを通しませんでした。</translation>
    </message>
    <message>
        <source>The reply is too large; the connection was closed.</source>
        <translation>返信が大きすぎるため、接続を閉じました。</translation>
    </message>
    <message>
        <source>The request has a number that JSON cannot hold.</source>
        <translation>リクエストにJSONで表せない数値があります。</translation>
    </message>
    <message>
        <source>The server answered with an error ({status}): {said}</source>
        <translation>サーバーがエラーを返しました（{status}）：{said}</translation>
    </message>
    <message>
        <source>The server asks to wait {seconds} seconds.</source>
        <translation>サーバーは{seconds}秒待つよう求めています。</translation>
    </message>
    <message>
        <source>The server closed the connection without an answer.</source>
        <translation>サーバーが応答せずに接続を閉じました。</translation>
    </message>
    <message>
        <source>The server did not accept a field (422): {said}</source>
        <translation>サーバーが受け付けない項目があります（422）：{said}</translation>
    </message>
    <message>
        <source>The server did not accept the key (401): {said}</source>
        <translation>サーバーがキーを受け付けませんでした（401）：{said}</translation>
    </message>
    <message>
        <source>The server did not accept the request: {said}</source>
        <translation>サーバーがリクエストを受け付けませんでした：{said}</translation>
    </message>
    <message>
        <source>The server does not know this model (404): {said}</source>
        <translation>サーバーはこのモデルを知りません（404）：{said}</translation>
    </message>
    <message>
        <source>The server gave up waiting (408): {said}</source>
        <translation>サーバーが待ちきれず打ち切りました（408）：{said}</translation>
    </message>
    <message>
        <source>The server is asked too often just now (429): {said}</source>
        <translation>サーバーへのリクエストが多すぎます（429）：{said}</translation>
    </message>
    <message>
        <source>The server is busy with the same thing (409): {said}</source>
        <translation>サーバーは同じ処理の最中です（409）：{said}</translation>
    </message>
    <message>
        <source>The server is not ready (503): {said}</source>
        <translation>サーバーの準備ができていません（503）：{said}</translation>
    </message>
    <message>
        <source>The server is overloaded (529): {said}</source>
        <translation>サーバーが過負荷です（529）：{said}</translation>
    </message>
    <message>
        <source>The server refused access (403): {said}</source>
        <translation>サーバーがアクセスを拒否しました（403）：{said}</translation>
    </message>
    <message>
        <source>The server reported an error: {said}</source>
        <translation>サーバーがエラーを報告しました：{said}</translation>
    </message>
    <message>
        <source>The server sent its reply compressed ({name}), unasked.</source>
        <translation>サーバーが、求めていない圧縮（{name}）で返信しました。</translation>
    </message>
    <message>
        <source>The server&apos;s reply could not be understood.</source>
        <translation>サーバーの返信を解釈できませんでした。</translation>
    </message>
    <message>
        <source>The server&apos;s reply is empty.</source>
        <translation>サーバーの返信が空です。</translation>
    </message>
    <message>
        <source>There is no endpoint to send to.</source>
        <translation>送信先のエンドポイントがありません。</translation>
    </message>
    <message>
        <source>There is nothing at {path} on this server (404).</source>
        <translation>このサーバーの{path}には何もありません（404）。</translation>
    </message>
    <message>
        <source>This model seems to take no pictures or sounds. They stay in the chat here.</source>
        <translation>このモデルは画像や音声を受け付けないようです。それらはこのチャットに残ります。</translation>
    </message>
    <message>
        <source>Turn compression off in the server, or in the proxy before it.</source>
        <translation>サーバーまたはその手前のプロキシで圧縮を無効にしてください。</translation>
    </message>
    <message>
        <source>Wait a little and try again.</source>
        <translation>少し待ってからもう一度試してください。</translation>
    </message>
    <message>
        <source>Wait for it, or stop it.</source>
        <translation>終わるのを待つか、停止してください。</translation>
    </message>
    <message>
        <source>What had arrived is kept.</source>
        <translation>届いた分は保存されています。</translation>
    </message>
    <message>
        <source>no reason given</source>
        <translation>理由は示されていません</translation>
    </message>
    <message>
        <source>{place} did not answer in time.</source>
        <translation>{place}は時間内に応答しませんでした。</translation>
    </message>
    <message>
        <source>{place} does not speak TLS.</source>
        <translation>{place}はTLSに対応していません。</translation>
    </message>
    <message>
        <source>{place} redirects to {target}; nothing was sent there.</source>
        <translation>{place}は{target}へ転送しようとしました。転送先には何も送信していません。</translation>
    </message>
    <message>
        <source>“{field}” cannot be sent: {problem}</source>
        <translation>「{field}」を送信できません：{problem}</translation>
    </message>
</context>
<context>
    <name>File</name>
    <message>
        <source>{name} cannot be read as text.</source>
        <translation>{name}をテキストとして読み込めません。</translation>
    </message>
    <message>
        <source>{name} cannot be written.</source>
        <translation>{name}に書き込めません。</translation>
    </message>
    <message>
        <source>{name} is too large.</source>
        <translation>{name}は大きすぎます。</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Close (Esc)</source>
        <translation>閉じる（Esc）</translation>
    </message>
    <message>
        <source>Find in conversation</source>
        <translation>会話内を検索</translation>
    </message>
    <message>
        <source>Next (Enter)</source>
        <translation>次へ（Enter）</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>見つかりません</translation>
    </message>
    <message>
        <source>Previous (Shift+Enter)</source>
        <translation>前へ（Shift+Enter）</translation>
    </message>
    <message>
        <source>{number} / {count}</source>
        <translation>{number} / {count}</translation>
    </message>
</context>
<context>
    <name>Guide</name>
    <message>
        <source>Add an endpoint</source>
        <translation>エンドポイントを追加</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>質問</translation>
    </message>
    <message>
        <source>Every request field has a switch. The lens shows what temperature and Top P do.</source>
        <translation>リクエストの各項目にはスイッチがあります。温度とTop Pの働きはレンズで確認できます。</translation>
    </message>
    <message>
        <source>Hide the guide</source>
        <translation>ガイドを隠す</translation>
    </message>
    <message>
        <source>Look inside</source>
        <translation>中を見る</translation>
    </message>
    <message>
        <source>Open the inspector</source>
        <translation>インスペクタを開く</translation>
    </message>
    <message>
        <source>Open the lens</source>
        <translation>レンズを開く</translation>
    </message>
    <message>
        <source>The inspector shows each request, event and tool call as it went over the wire.</source>
        <translation>インスペクタには、実際に通信されたリクエスト、イベント、ツール呼び出しがそのまま表示されます。</translation>
    </message>
    <message>
        <source>Tune</source>
        <translation>調整する</translation>
    </message>
    <message>
        <source>Write below and press Enter. Other models come from endpoints in the settings.</source>
        <translation>下に入力してEnterを押してください。ほかのモデルは設定のエンドポイントから追加できます。</translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>A number</source>
        <translation>数値</translation>
    </message>
    <message>
        <source>A voice and a format.</source>
        <translation>声と形式。</translation>
    </message>
    <message>
        <source>A whole number</source>
        <translation>整数</translation>
    </message>
    <message>
        <source>Any of: {choices}.</source>
        <translation>次の任意の組み合わせ：{choices}。</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>コマンド</translation>
    </message>
    <message>
        <source>Commands and their keys</source>
        <translation>コマンドとキー</translation>
    </message>
    <message>
        <source>Conversations are in one database file on this computer; Help, About names its folder. A backup is made every day.</source>
        <translation>会話はこのコンピュータ上の1つのデータベースファイルに保存されます。フォルダは「ヘルプ」の「このアプリについて」で確認できます。バックアップは毎日作成されます。</translation>
    </message>
    <message>
        <source>Ctrl+K lists every command; Keyboard shortcuts changes the keys.</source>
        <translation>Ctrl+Kですべてのコマンドを一覧できます。キーは「キーボードショートカット」で変更できます。</translation>
    </message>
    <message>
        <source>Every answer can be made again, edited or continued: the versions stand side by side, with arrows below the message, and nothing is overwritten.</source>
        <translation>どの回答も、作り直し、編集、続きの生成ができます。各版は並んで残り、メッセージの下の矢印で切り替えられます。上書きされるものはありません。</translation>
    </message>
    <message>
        <source>Find on this page</source>
        <translation>このページ内を検索</translation>
    </message>
    <message>
        <source>First steps</source>
        <translation>はじめに</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>ヘルプ</translation>
    </message>
    <message>
        <source>JSON.</source>
        <translation>JSON。</translation>
    </message>
    <message>
        <source>Keys, secret headers and a proxy&apos;s password go into the system&apos;s keyring and nowhere else: not into the database, not into logs, not into exports. Nothing is sent anywhere but to the endpoints you set up.</source>
        <translation>キー、秘密のヘッダー、プロキシのパスワードはシステムのキーリングだけに保存され、データベース、ログ、書き出したファイルには入りません。設定したエンドポイント以外には何も送信されません。</translation>
    </message>
    <message>
        <source>On or off.</source>
        <translation>オンまたはオフ。</translation>
    </message>
    <message>
        <source>One of: {choices}, or any other text.</source>
        <translation>次のいずれか、またはその他のテキスト：{choices}。</translation>
    </message>
    <message>
        <source>One of: {choices}.</source>
        <translation>次のいずれか：{choices}。</translation>
    </message>
    <message>
        <source>Only sent together with {field}.</source>
        <translation>{field}と一緒の場合だけ送信されます。</translation>
    </message>
    <message>
        <source>Request fields</source>
        <translation>リクエストの項目</translation>
    </message>
    <message>
        <source>Safety</source>
        <translation>安全性</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>Text.</source>
        <translation>テキスト。</translation>
    </message>
    <message>
        <source>The panel on the right holds every field of the request. A field is sent only when its switch is on; Request preview shows the exact JSON.</source>
        <translation>右のパネルにはリクエストのすべての項目があります。スイッチがオンの項目だけが送信されます。正確なJSONはリクエストのプレビューで確認できます。</translation>
    </message>
    <message>
        <source>The sampling lens shows the candidates of every token with their probabilities, and what the sliders do to them. The inspector shows requests, events and tool calls as they went over the wire.</source>
        <translation>サンプリングレンズは、各トークンの候補とその確率、スライダーによる変化を表示します。インスペクタは、実際に通信されたリクエスト、イベント、ツール呼び出しを表示します。</translation>
    </message>
    <message>
        <source>Up to {count} texts.</source>
        <translation>最大{count}個のテキスト。</translation>
    </message>
    <message>
        <source>Usual default: {value}.</source>
        <translation>通常の既定値：{value}。</translation>
    </message>
    <message>
        <source>What models and tools write is never run or fetched by itself: pictures are loaded when you click them, links open after you have seen their true target, and every tool call waits for your decision.</source>
        <translation>モデルやツールが書いたものが勝手に実行されたり読み込まれたりすることはありません。画像はクリックすると読み込まれ、リンクは本当の行き先を確認してから開き、ツールの呼び出しは必ずあなたの判断を待ちます。</translation>
    </message>
    <message>
        <source>Where everything is kept</source>
        <translation>保存場所</translation>
    </message>
    <message>
        <source>Write a message and press Enter. Without an account the built-in offline model answers; it is small and runs on this computer. Add endpoints in the settings: any server that speaks the OpenAI chat API, in the cloud or your own.</source>
        <translation>メッセージを入力してEnterを押してください。アカウントがなければ内蔵のオフラインモデルが答えます。小さなモデルで、このコンピュータ上で動作します。設定でエンドポイントを追加できます。クラウドでも自前でも、OpenAIのチャットAPIに対応したサーバーなら使えます。</translation>
    </message>
    <message>
        <source>{kind} from {low} to {high}.</source>
        <translation>{kind}（{low}から{high}まで）。</translation>
    </message>
    <message>
        <source>{kind} from {low} up.</source>
        <translation>{kind}（{low}以上）。</translation>
    </message>
</context>
<context>
    <name>Inspector</name>
    <message>
        <source>A request is a JSON object.</source>
        <translation>リクエストはJSONオブジェクトです。</translation>
    </message>
    <message>
        <source>Arguments</source>
        <translation>引数</translation>
    </message>
    <message>
        <source>Arguments of {tool}, {place}</source>
        <translation>{tool} の引数、{place}</translation>
    </message>
    <message>
        <source>Arriving…</source>
        <translation>受信中…</translation>
    </message>
    <message>
        <source>Body of the reply</source>
        <translation>返信の本文</translation>
    </message>
    <message>
        <source>Body of the request</source>
        <translation>リクエストの本文</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>呼び出し</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>呼び出し</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>確認中…</translation>
    </message>
    <message>
        <source>Choose a request to look into it.</source>
        <translation>リクエストを選ぶと内容を確認できます。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比較</translation>
    </message>
    <message>
        <source>Copied. The key is read from the variable API_KEY.</source>
        <translation>コピーしました。キーは変数API_KEYから読み取られます。</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>コピー</translation>
    </message>
    <message>
        <source>Copy as</source>
        <translation>形式を選んでコピー</translation>
    </message>
    <message>
        <source>Copy as Python (httpx)</source>
        <translation>Python（httpx）としてコピー</translation>
    </message>
    <message>
        <source>Copy as Python (openai SDK)</source>
        <translation>Python（openai SDK）としてコピー</translation>
    </message>
    <message>
        <source>Copy as raw HTTP</source>
        <translation>生のHTTPとしてコピー</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>Delete all recorded requests and replies?</source>
        <translation>記録されたリクエストと返信をすべて削除しますか？</translation>
    </message>
    <message>
        <source>Delete everything recorded…</source>
        <translation>記録をすべて削除…</translation>
    </message>
    <message>
        <source>Deleted what was recorded: {count}.</source>
        <translation>記録を削除しました: {count} 件。</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>詳細</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>相違点</translation>
    </message>
    <message>
        <source>Each request appears here as soon as it is sent.</source>
        <translation>リクエストは送信されるとすぐここに表示されます。</translation>
    </message>
    <message>
        <source>Edit and run again</source>
        <translation>編集して再実行</translation>
    </message>
    <message>
        <source>Edit and run again from here…</source>
        <translation>ここから編集して再実行…</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>イベント</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>イベント</translation>
    </message>
    <message>
        <source>Events that contain…</source>
        <translation>イベントを絞り込む…</translation>
    </message>
    <message>
        <source>Everything recorded</source>
        <translation>記録されたすべて</translation>
    </message>
    <message>
        <source>Exactly this is sent; the answer becomes a new version.</source>
        <translation>この内容がそのまま送信され、回答は新しい版になります。</translation>
    </message>
    <message>
        <source>Export all that are listed as HAR…</source>
        <translation>一覧のすべてを HAR として書き出す…</translation>
    </message>
    <message>
        <source>Export everything known (JSON)…</source>
        <translation>わかっている情報をすべて書き出す（JSON）…</translation>
    </message>
    <message>
        <source>Export requests</source>
        <translation>リクエストを書き出す</translation>
    </message>
    <message>
        <source>Exported to {name}. Requests: {count}.</source>
        <translation>{name}に書き出しました。リクエスト：{count}。</translation>
    </message>
    <message>
        <source>Fields beyond the standard: {fields}</source>
        <translation>標準にない項目：{fields}</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>ファイル</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>検索</translation>
    </message>
    <message>
        <source>Find: status:429  tool:get_weather  duration:&gt;2s  words</source>
        <translation>検索：status:429  tool:get_weather  duration:&gt;2s  語句</translation>
    </message>
    <message>
        <source>Fits the schema so far.</source>
        <translation>ここまではスキーマに適合しています。</translation>
    </message>
    <message>
        <source>Fits the schema.</source>
        <translation>スキーマに適合しています。</translation>
    </message>
    <message>
        <source>Headers</source>
        <translation>ヘッダー</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>インスペクタ</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>メッセージ</translation>
    </message>
    <message>
        <source>More</source>
        <translation>その他</translation>
    </message>
    <message>
        <source>Nearly the whole height</source>
        <translation>ほぼ全体の高さ</translation>
    </message>
    <message>
        <source>No difference.</source>
        <translation>違いはありません。</translation>
    </message>
    <message>
        <source>No reply</source>
        <translation>返信なし</translation>
    </message>
    <message>
        <source>No request was recorded here.</source>
        <translation>ここで記録されたリクエストはありません。</translation>
    </message>
    <message>
        <source>No schema to check against.</source>
        <translation>照合するスキーマがありません。</translation>
    </message>
    <message>
        <source>Nothing has come yet.</source>
        <translation>まだ何も届いていません。</translation>
    </message>
    <message>
        <source>Nothing was found.</source>
        <translation>何も見つかりませんでした。</translation>
    </message>
    <message>
        <source>Nothing was recorded of this message.</source>
        <translation>このメッセージの記録はありません。</translation>
    </message>
    <message>
        <source>Open the conversation of this request first.</source>
        <translation>先にこのリクエストの会話を開いてください。</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>一時停止</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>再生</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Pretty</source>
        <translation>整形</translation>
    </message>
    <message>
        <source>Raw</source>
        <translation>生データ</translation>
    </message>
    <message>
        <source>Reasoning</source>
        <translation>推論</translation>
    </message>
    <message>
        <source>Reasoning, {place}</source>
        <translation>推論、{place}</translation>
    </message>
    <message>
        <source>Recording is off. It can be turned on in the settings.</source>
        <translation>記録はオフです。設定でオンにできます。</translation>
    </message>
    <message>
        <source>Replay</source>
        <translation>リプレイ</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>返信</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>リクエスト</translation>
    </message>
    <message>
        <source>Resend unchanged and compare</source>
        <translation>そのまま再送信して比較</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>名前を付けて保存…</translation>
    </message>
    <message>
        <source>Send as a new branch</source>
        <translation>新しい分岐として送信</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>表示する</translation>
    </message>
    <message>
        <source>Show the event that brought this</source>
        <translation>これを届けたイベントを表示</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>Step back</source>
        <translation>1つ戻る</translation>
    </message>
    <message>
        <source>Step forward</source>
        <translation>1つ進む</translation>
    </message>
    <message>
        <source>Stopped by you</source>
        <translation>ユーザーが停止</translation>
    </message>
    <message>
        <source>Structured</source>
        <translation>構造化データ</translation>
    </message>
    <message>
        <source>Structured answer</source>
        <translation>構造化された回答</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表</translation>
    </message>
    <message>
        <source>Text, {place}</source>
        <translation>テキスト、{place}</translation>
    </message>
    <message>
        <source>The body of the reply is compressed, and was not read.</source>
        <translation>応答の本文は圧縮されているため、読み取っていません。</translation>
    </message>
    <message>
        <source>The body of the reply is empty.</source>
        <translation>応答の本文は空です。</translation>
    </message>
    <message>
        <source>The body was dropped to keep to the disk budget.</source>
        <translation>ディスクの上限を守るため本文は破棄されました。</translation>
    </message>
    <message>
        <source>The request has no body.</source>
        <translation>リクエストに本文はありません。</translation>
    </message>
    <message>
        <source>The request offered no tool of this name.</source>
        <translation>リクエストはこの名前のツールを提供していません。</translation>
    </message>
    <message>
        <source>The server counted {count} tokens for this reply.</source>
        <translation>サーバーはこの応答を {count} トークンと数えました。</translation>
    </message>
    <message>
        <source>The server never named the tool of this call.</source>
        <translation>サーバーはこの呼び出しのツール名を一度も示しませんでした。</translation>
    </message>
    <message>
        <source>The server says here what went wrong.</source>
        <translation>サーバーはここで何が問題だったかを述べています。</translation>
    </message>
    <message>
        <source>The server sent nothing.</source>
        <translation>サーバーから何も届きませんでした。</translation>
    </message>
    <message>
        <source>The stream ended within this event.</source>
        <translation>ストリームはこのイベントの途中で終わりました。</translation>
    </message>
    <message>
        <source>There is no earlier request to compare.</source>
        <translation>比較できる以前のリクエストがありません。</translation>
    </message>
    <message>
        <source>This conversation</source>
        <translation>この会話</translation>
    </message>
    <message>
        <source>This is no JSON object: it was passed over.</source>
        <translation>JSON オブジェクトではないため、読み飛ばしました。</translation>
    </message>
    <message>
        <source>This picture cannot be shown.</source>
        <translation>この画像は表示できません。</translation>
    </message>
    <message>
        <source>This reply was no stream.</source>
        <translation>この応答はストリームではありません。</translation>
    </message>
    <message>
        <source>This request cannot be sent again.</source>
        <translation>このリクエストは再送信できません。</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>タイムライン</translation>
    </message>
    <message>
        <source>Tokens are an estimate: servers count only whole replies.</source>
        <translation>トークン数は推定です。サーバーは応答全体しか数えません。</translation>
    </message>
    <message>
        <source>Tree</source>
        <translation>ツリー</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>範囲</translation>
    </message>
    <message>
        <source>With</source>
        <translation>比較対象</translation>
    </message>
    <message>
        <source>Your conversations stay. This cannot be undone.</source>
        <translation>会話は残ります。この操作は元に戻せません。</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>ほか{count}件</translation>
    </message>
    <message>
        <source>begun</source>
        <translation>開始</translation>
    </message>
    <message>
        <source>characters {first}–{last}</source>
        <translation>{first}～{last} 文字目</translation>
    </message>
    <message>
        <source>ended after {time}</source>
        <translation>{time}で終了</translation>
    </message>
    <message>
        <source>first byte after {time}</source>
        <translation>最初のバイトまで{time}</translation>
    </message>
    <message>
        <source>events passed over, because they are no JSON: {count}</source>
        <translation>JSON でないため無視したイベント: {count}</translation>
    </message>
    <message>
        <source>Choose an event.</source>
        <translation>イベントを選んでください。</translation>
    </message>
    <message>
        <source>through {proxy}</source>
        <translation>{proxy}経由</translation>
    </message>
    <message>
        <source>times to within {time}</source>
        <translation>時刻の精度：{time}</translation>
    </message>
    <message>
        <source>{shown} of {total}</source>
        <translation>{total}件中{shown}件</translation>
    </message>
</context>
<context>
    <name>JsonTree</name>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>first {count}</source>
        <translation>先頭{count}件</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>値</translation>
    </message>
</context>
<context>
    <name>Keyring</name>
    <message>
        <source>Perhaps it asks for its password. You can use a key for this run only.</source>
        <translation>パスワードを求めているのかもしれません。キーを今回だけ使うこともできます。</translation>
    </message>
    <message>
        <source>The system keyring did not keep the key.</source>
        <translation>システムのキーリングにキーを保存できませんでした。</translation>
    </message>
    <message>
        <source>The system keyring is locked.</source>
        <translation>システムのキーリングがロックされています。</translation>
    </message>
    <message>
        <source>The system keyring reported an error.</source>
        <translation>システムのキーリングがエラーを報告しました。</translation>
    </message>
    <message>
        <source>This system has no keyring that can be used.</source>
        <translation>このシステムには使えるキーリングがありません。</translation>
    </message>
    <message>
        <source>Unlock it and try again, or use the key for this run only.</source>
        <translation>ロックを解除してもう一度試すか、キーを今回だけ使ってください。</translation>
    </message>
    <message>
        <source>Use the key for this run only instead.</source>
        <translation>代わりに、キーを今回だけ使ってください。</translation>
    </message>
    <message>
        <source>Use the key for this run only, or name an environment variable that holds it.</source>
        <translation>キーを今回だけ使うか、キーの入った環境変数を指定してください。</translation>
    </message>
    <message>
        <source>Waiting for the system keyring.</source>
        <translation>システムのキーリングを待っています。</translation>
    </message>
</context>
<context>
    <name>Lens</name>
    <message>
        <source>(end)</source>
        <translation>（終わり）</translation>
    </message>
    <message>
        <source>0 %</source>
        <translation>0 %</translation>
    </message>
    <message>
        <source>100 % sure</source>
        <translation>100 % 確実</translation>
    </message>
    <message>
        <source>20 equal choices</source>
        <translation>20択と同じ</translation>
    </message>
    <message>
        <source>20th or later</source>
        <translation>20位以下</translation>
    </message>
    <message>
        <source>All tokens as CSV</source>
        <translation>すべてのトークンをCSVで</translation>
    </message>
    <message>
        <source>Asking twice for one token…</source>
        <translation>1トークンを2回要求しています…</translation>
    </message>
    <message>
        <source>Asks for one token twice, at two temperatures, and compares the probabilities.</source>
        <translation>異なる温度で1トークンを2回要求し、確率を比べます。</translation>
    </message>
    <message>
        <source>Bar: it had a chance of {share}. The rarer, the higher.</source>
        <translation>棒：このトークンの確率は {share} でした。珍しいほど高くなります。</translation>
    </message>
    <message>
        <source>Candidates</source>
        <translation>候補</translation>
    </message>
    <message>
        <source>Chosen token</source>
        <translation>選んだトークン</translation>
    </message>
    <message>
        <source>Click another token to ask again with this beginning. This endpoint cannot continue an answer, so the model may begin otherwise. This one stays.</source>
        <translation>別のトークンをクリックすると、その書き出しでもう一度尋ねます。このエンドポイントは回答の続きを生成できないため、違う書き出しになることがあります。今の回答は残ります。</translation>
    </message>
    <message>
        <source>Colours from {low} to {high}</source>
        <translation>{low}から{high}までの色</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>コピー</translation>
    </message>
    <message>
        <source>Find out</source>
        <translation>調べる</translation>
    </message>
    <message>
        <source>Frequency</source>
        <translation>頻度</translation>
    </message>
    <message>
        <source>Here only one token is left: it is certain to come.</source>
        <translation>ここで残るトークンは1つだけで、必ずそれになります。</translation>
    </message>
    <message>
        <source>Here {count} tokens are left.</source>
        <translation>ここでは{count}個のトークンが残ります。</translation>
    </message>
    <message>
        <source>Line: the model hesitated as between {count} equal choices.</source>
        <translation>線：モデルは同じ確からしさの {count} 通りから迷っていたのと同じです。</translation>
    </message>
    <message>
        <source>Measured: this endpoint reports odds after its temperature. The lens takes them back to the model&apos;s own.</source>
        <translation>測定済み：このエンドポイントは温度を適用した後の確率を報告します。レンズはそれをモデル本来の確率に戻しています。</translation>
    </message>
    <message>
        <source>Measured: this endpoint reports the model&apos;s own odds, before sampling.</source>
        <translation>測定済み：このエンドポイントはサンプリング前の、モデル本来の確率を報告します。</translation>
    </message>
    <message>
        <source>Measured: what this endpoint reports is neither the model&apos;s own odds nor those after its temperature. Take the numbers with care.</source>
        <translation>測定済み：このエンドポイントの報告は、モデル本来の確率でも温度適用後の確率でもありません。数値の扱いに注意してください。</translation>
    </message>
    <message>
        <source>Min P</source>
        <translation>Min P</translation>
    </message>
    <message>
        <source>More samplers</source>
        <translation>その他のサンプラー</translation>
    </message>
    <message>
        <source>Next token</source>
        <translation>次のトークン</translation>
    </message>
    <message>
        <source>Next uncertain token</source>
        <translation>次の不確かなトークン</translation>
    </message>
    <message>
        <source>Not known: whether this endpoint reports odds before or after sampling. The lens takes them for the model&apos;s own.</source>
        <translation>不明：このエンドポイントの確率がサンプリングの前か後かわかりません。レンズはモデル本来の確率とみなしています。</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>Of its tokens: {impossible} · {certain}.</source>
        <translation>トークンの内訳：{impossible}・{certain}。</translation>
    </message>
    <message>
        <source>Picture of this place</source>
        <translation>この位置の画像</translation>
    </message>
    <message>
        <source>Presence</source>
        <translation>存在</translation>
    </message>
    <message>
        <source>Previous token</source>
        <translation>前のトークン</translation>
    </message>
    <message>
        <source>Previous uncertain token</source>
        <translation>前の不確かなトークン</translation>
    </message>
    <message>
        <source>Probability</source>
        <translation>確率</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>順位</translation>
    </message>
    <message>
        <source>Sampling lens</source>
        <translation>サンプリングレンズ</translation>
    </message>
    <message>
        <source>Servers of this kind report the model&apos;s own odds, before sampling, as they document. It has not been measured here.</source>
        <translation>この種のサーバーは、文書によればサンプリング前のモデル本来の確率を報告します。ここでは測定していません。</translation>
    </message>
    <message>
        <source>Show probabilities</source>
        <translation>確率を表示</translation>
    </message>
    <message>
        <source>Surprise along the answer</source>
        <translation>回答に沿った意外度</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>温度</translation>
    </message>
    <message>
        <source>Temperature 0 always takes the likeliest token: here that is “{token}”.</source>
        <translation>温度0は常に最も確率の高いトークンを選びます。ここでは「{token}」です。</translation>
    </message>
    <message>
        <source>A model writes one token at a time: a word, or a part of one. It gives every token a probability and draws one by lot. Switch this on and send a message: you will see what could have been drawn, and what the sliders do to the odds.</source>
        <translation>モデルは一度に1トークン（単語、またはその一部）ずつ書きます。すべてのトークンに確率を付け、くじのように1つを引きます。これをオンにしてメッセージを送ると、ほかに何が引かれ得たか、スライダーで確率がどう変わるかが見えます。</translation>
    </message>
    <message>
        <source>Asked again with these settings, the model would write the same for about {count} of {all} tokens.</source>
        <translation>この設定でもう一度尋ねると、{all}トークンのうち約{count}トークンまでは同じ文章になります。</translation>
    </message>
    <message>
        <source>Click another token, and the answer goes on from there in a branch of its own.</source>
        <translation>別のトークンをクリックすると、そこから先が新しい分岐として続きます。</translation>
    </message>
    <message>
        <source>Doubt</source>
        <translation>迷い</translation>
    </message>
    <message>
        <source>Entropy: {value} nats</source>
        <translation>エントロピー：{value} ナット</translation>
    </message>
    <message>
        <source>Min P {value} cuts off those less likely than {share} of the likeliest.</source>
        <translation>Min P {value}は、最も有力なトークンの{share}に満たないものを切り捨てます。</translation>
    </message>
    <message>
        <source>Nothing else can come.</source>
        <translation>ほかのものは出ません。</translation>
    </message>
    <message>
        <source>Temperature 1 leaves the odds as the model has them.</source>
        <translation>温度1では、モデルの確率をそのまま使います。</translation>
    </message>
    <message>
        <source>Temperature {value} gives unlikely tokens a better chance.</source>
        <translation>温度{value}では確率の低いトークンが選ばれやすくなります。</translation>
    </message>
    <message>
        <source>Temperature {value} makes likely tokens likelier still.</source>
        <translation>温度{value}では確率の高いトークンがさらに選ばれやすくなります。</translation>
    </message>
    <message>
        <source>The endpoint sent no probabilities, although they were asked for.</source>
        <translation>確率を求めましたが、エンドポイントは送ってきませんでした。</translation>
    </message>
    <message>
        <source>The endpoint&apos;s answers did not tell.</source>
        <translation>エンドポイントの回答からは判定できませんでした。</translation>
    </message>
    <message>
        <source>The next answer brings its probabilities.</source>
        <translation>次の回答から確率が付きます。</translation>
    </message>
    <message>
        <source>This answer came without probabilities; the next one brings them.</source>
        <translation>この回答には確率がありません。次の回答から付きます。</translation>
    </message>
    <message>
        <source>This place as JSON</source>
        <translation>この位置をJSONで</translation>
    </message>
    <message>
        <source>Tint the answer by</source>
        <translation>回答の色分け</translation>
    </message>
    <message>
        <source>Token {number} of {count}</source>
        <translation>{count}個中{number}番目のトークン</translation>
    </message>
    <message>
        <source>Token {number}: {token}</source>
        <translation>トークン {number}：{token}</translation>
    </message>
    <message>
        <source>Top K</source>
        <translation>Top K</translation>
    </message>
    <message>
        <source>Top K keeps the {count} likeliest.</source>
        <translation>Top Kは上位{count}個だけを残します。</translation>
    </message>
    <message>
        <source>Top P</source>
        <translation>Top P</translation>
    </message>
    <message>
        <source>Top P 1 cuts nothing off: every token can come, however unlikely.</source>
        <translation>Top P 1では何も切り捨てません。どんなに確率の低いトークンも出ることがあります。</translation>
    </message>
    <message>
        <source>Top P {value} keeps the likeliest tokens that together reach {share}, and cuts off the rest.</source>
        <translation>Top P {value}は、有力な順に合計{share}までのトークンを残し、残りを切り捨てます。</translation>
    </message>
    <message>
        <source>What if</source>
        <translation>もしも</translation>
    </message>
    <message>
        <source>With all settings “{token}” goes from {before} to {after}.</source>
        <translation>すべての設定を適用すると「{token}」は{before}から{after}になります。</translation>
    </message>
    <message>
        <source>all could have come</source>
        <translation>すべて出る可能性がありました</translation>
    </message>
    <message>
        <source>all others together</source>
        <translation>その他すべて</translation>
    </message>
    <message>
        <source>cannot come</source>
        <translation>出ません</translation>
    </message>
    <message>
        <source>chance of the one that came</source>
        <translation>実際に出たものの確率</translation>
    </message>
    <message>
        <source>{count} could not have come, first token {first}</source>
        <translation>{count}個は出なかったはず（最初は{first}番目）</translation>
    </message>
    <message>
        <source>{count} were certain</source>
        <translation>{count}個は確実</translation>
    </message>
    <message>
        <source>cut off: never picked</source>
        <translation>除外：選ばれません</translation>
    </message>
    <message>
        <source>doubt</source>
        <translation>迷い</translation>
    </message>
    <message>
        <source>equal choices: how unsure it is</source>
        <translation>択と同じ迷い</translation>
    </message>
    <message>
        <source>impossible</source>
        <translation>不可能</translation>
    </message>
    <message>
        <source>likeliest</source>
        <translation>最も高い確率</translation>
    </message>
    <message>
        <source>model</source>
        <translation>モデル</translation>
    </message>
    <message>
        <source>no doubt</source>
        <translation>迷いなし</translation>
    </message>
    <message>
        <source>now</source>
        <translation>現在</translation>
    </message>
    <message>
        <source>surprise</source>
        <translation>意外度</translation>
    </message>
    <message>
        <source>this one came</source>
        <translation>実際に出たトークン</translation>
    </message>
    <message>
        <source>tokens can come</source>
        <translation>出る可能性のあるトークン</translation>
    </message>
    <message>
        <source>tokens not listed: {share}</source>
        <translation>一覧にないトークン：{share}</translation>
    </message>
    <message>
        <source>{token}: {before}, with your settings {after}</source>
        <translation>{token}：{before}、現在の設定では{after}</translation>
    </message>
</context>
<context>
    <name>Links</name>
    <message>
        <source>Careful: the link&apos;s text reads “{text}”.</source>
        <translation>ご注意：リンクには「{text}」と表示されています。</translation>
    </message>
    <message>
        <source>Copy address</source>
        <translation>アドレスをコピー</translation>
    </message>
    <message>
        <source>Only web pages and mail addresses are opened.</source>
        <translation>開けるのはウェブページとメールアドレスだけです。</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>開く</translation>
    </message>
    <message>
        <source>Open {host} in the browser?</source>
        <translation>ブラウザで{host}を開きますか？</translation>
    </message>
    <message>
        <source>This link leads to no web page.</source>
        <translation>このリンクはウェブページを指していません。</translation>
    </message>
    <message>
        <source>Write a mail to {address}?</source>
        <translation>{address} 宛てにメールを書きますか?</translation>
    </message>
</context>
<context>
    <name>Measure</name>
    <message>
        <source>Agreement with the reference</source>
        <translation>基準との一致</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>費用</translation>
    </message>
    <message>
        <source>Different word pairs</source>
        <translation>異なる語の対</translation>
    </message>
    <message>
        <source>Different words</source>
        <translation>異なる語</translation>
    </message>
    <message>
        <source>Fits the schema</source>
        <translation>スキーマに適合</translation>
    </message>
    <message>
        <source>How alike the answers are to those of the reference cell.</source>
        <translation>基準のセルの回答とどれだけ似ているか。</translation>
    </message>
    <message>
        <source>How alike the answers of one cell are: 1 is the same.</source>
        <translation>1つのセルの回答どうしがどれだけ似ているか。1なら同一です。</translation>
    </message>
    <message>
        <source>How unlikely the model found its own tokens, on average.</source>
        <translation>モデルが自分のトークンを平均してどれだけ意外と見たか。</translation>
    </message>
    <message>
        <source>Length in tokens</source>
        <translation>長さ（トークン）</translation>
    </message>
    <message>
        <source>Length in words</source>
        <translation>長さ（語）</translation>
    </message>
    <message>
        <source>Mean surprisal (nats)</source>
        <translation>平均サプライザル（ナット）</translation>
    </message>
    <message>
        <source>Similarity of repeats</source>
        <translation>繰り返しの類似度</translation>
    </message>
    <message>
        <source>The mean number of tokens, as the endpoint counts them.</source>
        <translation>エンドポイントが数えたトークン数の平均。</translation>
    </message>
    <message>
        <source>The mean number of words of an answer.</source>
        <translation>回答の語数の平均。</translation>
    </message>
    <message>
        <source>The median over the cell&apos;s answers.</source>
        <translation>セルの回答の中央値。</translation>
    </message>
    <message>
        <source>The share of answers that fit the JSON Schema asked for.</source>
        <translation>求めたJSON Schemaに適合する回答の割合。</translation>
    </message>
    <message>
        <source>The share of different word pairs among all (distinct-2).</source>
        <translation>すべての語の対のうち異なるものの割合（distinct-2）。</translation>
    </message>
    <message>
        <source>The share of different words among all (distinct-1).</source>
        <translation>すべての語のうち異なるものの割合（distinct-1）。</translation>
    </message>
    <message>
        <source>Time to first token (s)</source>
        <translation>最初のトークンまでの時間（秒）</translation>
    </message>
    <message>
        <source>Tokens per second</source>
        <translation>毎秒トークン数</translation>
    </message>
    <message>
        <source>What the cell&apos;s answers cost, by the prices you entered.</source>
        <translation>入力した価格で計算した、セルの回答の費用。</translation>
    </message>
</context>
<context>
    <name>Menu</name>
    <message>
        <source>&amp;Conversation</source>
        <translation>会話(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>編集(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>ファイル(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>ヘルプ(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>表示(&amp;V)</translation>
    </message>
</context>
<context>
    <name>Message</name>
    <message>
        <source>Asks for the tool</source>
        <translation>ツールを要求</translation>
    </message>
    <message>
        <source>Assistant</source>
        <translation>アシスタント</translation>
    </message>
    <message>
        <source>Choose a model</source>
        <translation>モデルを選ぶ</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>続ける</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>コピー</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>詳細をコピー</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>Developer</source>
        <translation>開発者</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>編集</translation>
    </message>
    <message>
        <source>Enter a key</source>
        <translation>キーを入力</translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <translation>フィンガープリント</translation>
    </message>
    <message>
        <source>Finish reason</source>
        <translation>終了理由</translation>
    </message>
    <message>
        <source>Function result</source>
        <translation>関数の結果</translation>
    </message>
    <message>
        <source>Inspect</source>
        <translation>調べる</translation>
    </message>
    <message>
        <source>Answer {number} of {count}</source>
        <translation>回答{number} / {count}</translation>
    </message>
    <message>
        <source>Answers the call</source>
        <translation>応答先の呼び出し</translation>
    </message>
    <message>
        <source>Cost: {cost}</source>
        <translation>費用: {cost}</translation>
    </message>
    <message>
        <source>Hide agreement</source>
        <translation>一致度を隠す</translation>
    </message>
    <message>
        <source>Kept by the server until</source>
        <translation>サーバーでの保管期限</translation>
    </message>
    <message>
        <source>Kind of reply</source>
        <translation>応答の種類</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>作成日時</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>モデル</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>Open settings</source>
        <translation>設定を開く</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>再生</translation>
    </message>
    <message>
        <source>Quote</source>
        <translation>引用</translation>
    </message>
    <message>
        <source>Regenerate</source>
        <translation>再生成</translation>
    </message>
    <message>
        <source>Rendered</source>
        <translation>整形表示</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>返信</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>再試行</translation>
    </message>
    <message>
        <source>Save the sound…</source>
        <translation>音声を保存…</translation>
    </message>
    <message>
        <source>Send without pictures and sounds</source>
        <translation>画像と音声なしで送信</translation>
    </message>
    <message>
        <source>Send without {field}</source>
        <translation>{field}なしで送信</translation>
    </message>
    <message>
        <source>Service tier</source>
        <translation>サービスティア</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>Show agreement</source>
        <translation>一致度を表示</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>音声</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>ソース</translation>
    </message>
    <message>
        <source>Source: {page}</source>
        <translation>情報源: {page}</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>停止しました。</translation>
    </message>
    <message>
        <source>System</source>
        <translation>システム</translation>
    </message>
    <message>
        <source>The answer ended for the reason “{reason}”.</source>
        <translation>回答は「{reason}」という理由で終了しました。</translation>
    </message>
    <message>
        <source>The answer was cut off at the token limit.</source>
        <translation>トークン数の上限で回答が打ち切られました。</translation>
    </message>
    <message>
        <source>The answer was ended or left out by the provider&apos;s content filter.</source>
        <translation>プロバイダーのコンテンツフィルターにより、回答が打ち切られたか省かれました。</translation>
    </message>
    <message>
        <source>The answer was interrupted. What had arrived is kept.</source>
        <translation>回答が中断されました。届いた分は保存されています。</translation>
    </message>
    <message>
        <source>The model refused to answer.</source>
        <translation>モデルは回答を拒否しました。</translation>
    </message>
    <message>
        <source>The provider ended the answer with an error.</source>
        <translation>プロバイダーがエラーで回答を終了しました。</translation>
    </message>
    <message>
        <source>These arguments are not valid JSON.</source>
        <translation>これらの引数は正しいJSONではありません。</translation>
    </message>
    <message>
        <source>Thinking…</source>
        <translation>思考中…</translation>
    </message>
    <message>
        <source>Thinking… {time}</source>
        <translation>思考中… {time}</translation>
    </message>
    <message>
        <source>This looks like the call of a tool that the server did not recognise as one. It was not run; the server may need another chat template or tool parser.</source>
        <translation>サーバーがツール呼び出しと認識しなかった呼び出しのようです。実行していません。サーバーに別のチャットテンプレートかツールパーサーが必要かもしれません。</translation>
    </message>
    <message>
        <source>This request offered no tools, so nobody answers the call.</source>
        <translation>このリクエストではツールを提供していないため、呼び出しに応じる者がいません。</translation>
    </message>
    <message>
        <source>Thought for {time}</source>
        <translation>{time}考えました</translation>
    </message>
    <message>
        <source>Thoughts</source>
        <translation>思考</translation>
    </message>
    <message>
        <source>Time to first token: {time}</source>
        <translation>最初のトークンまでの時間：{time}</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>トークン</translation>
    </message>
    <message>
        <source>Tokens per second: {rate}</source>
        <translation>毎秒トークン数：{rate}</translation>
    </message>
    <message>
        <source>Tool result</source>
        <translation>ツールの結果</translation>
    </message>
    <message>
        <source>Total time: {time}</source>
        <translation>合計時間：{time}</translation>
    </message>
    <message>
        <source>Waiting for the answer…</source>
        <translation>回答を待っています…</translation>
    </message>
    <message>
        <source>You</source>
        <translation>あなた</translation>
    </message>
    <message>
        <source>green: most say it · warm: few others do</source>
        <translation>緑：ほとんどの回答にある・暖色：ほかにほとんどない</translation>
    </message>
    <message>
        <source>{count} more characters in the inspector</source>
        <translation>続きの{count}文字はインスペクタで確認できます</translation>
    </message>
    <message>
        <source>{count} tokens</source>
        <translation>{count}トークン</translation>
    </message>
    <message>
        <source>{minutes} min {seconds} s</source>
        <translation>{minutes}分{seconds}秒</translation>
    </message>
    <message>
        <source>{rate} tokens/s</source>
        <translation>{rate}トークン/秒</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds}秒</translation>
    </message>
</context>
<context>
    <name>MessageDialog</name>
    <message>
        <source>Add</source>
        <translation>追加</translation>
    </message>
    <message>
        <source>Add a message</source>
        <translation>メッセージを追加</translation>
    </message>
    <message>
        <source>Answers tool call</source>
        <translation>応答先のツール呼び出し</translation>
    </message>
    <message>
        <source>It is sent with the next request.</source>
        <translation>次のリクエストと一緒に送信されます。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>Reasoning</source>
        <translation>推論</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>役割</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>本文</translation>
    </message>
    <message>
        <source>Tool calls</source>
        <translation>ツール呼び出し</translation>
    </message>
</context>
<context>
    <name>MessageView</name>
    <message>
        <source>Answer finished</source>
        <translation>回答が終わりました</translation>
    </message>
    <message>
        <source>Answer interrupted</source>
        <translation>回答が中断されました</translation>
    </message>
    <message>
        <source>Answer stopped</source>
        <translation>回答を停止しました</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>コピーしました</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>メッセージ</translation>
    </message>
    <message>
        <source>No complete answer: an error occurred</source>
        <translation>エラーのため回答は不完全です</translation>
    </message>
    <message>
        <source>↓ Jump to latest</source>
        <translation>↓ 最新へ移動</translation>
    </message>
    <message>
        <source>↓ Jump to latest ({count} new)</source>
        <translation>↓ 最新へ移動（新着{count}件）</translation>
    </message>
</context>
<context>
    <name>ModelPicker</name>
    <message>
        <source>Choose or type a model</source>
        <translation>モデルを選ぶか入力</translation>
    </message>
    <message>
        <source>Language model</source>
        <translation>言語モデル</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>Dismiss</source>
        <translation>閉じる</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Commands</source>
        <translation>コマンド</translation>
    </message>
    <message>
        <source>No command is called so.</source>
        <translation>この名前のコマンドはありません。</translation>
    </message>
    <message>
        <source>Type a command</source>
        <translation>コマンドを入力</translation>
    </message>
</context>
<context>
    <name>Parameter</name>
    <message>
        <source>A name for you that the provider sees.</source>
        <translation>プロバイダーに伝わるあなたの名前。</translation>
    </message>
    <message>
        <source>A stable, anonymous name for you, for abuse checks.</source>
        <translation>不正利用の検査に使われる、固定された匿名の名前。</translation>
    </message>
    <message>
        <source>Above 0, a token becomes less likely each time it has occurred.</source>
        <translation>0より大きいと、トークンは現れた回数に応じて選ばれにくくなります。</translation>
    </message>
    <message>
        <source>Above 0, tokens that have occurred at all become less likely.</source>
        <translation>0より大きいと、一度でも現れたトークンは選ばれにくくなります。</translation>
    </message>
    <message>
        <source>Answers (n)</source>
        <translation>回答数（n）</translation>
    </message>
    <message>
        <source>Any further fields of this server, merged last: top_k, min_p, thinking, …</source>
        <translation>このサーバー独自の項目。最後に結合されます：top_k、min_p、thinking、…</translation>
    </message>
    <message>
        <source>Ask for usage</source>
        <translation>使用量を要求</translation>
    </message>
    <message>
        <source>Candidates per token</source>
        <translation>トークンごとの候補数</translation>
    </message>
    <message>
        <source>Extra body</source>
        <translation>追加の本文</translation>
    </message>
    <message>
        <source>Frequency penalty</source>
        <translation>頻度ペナルティ</translation>
    </message>
    <message>
        <source>Functions the model may ask for, with the JSON Schema of their arguments.</source>
        <translation>モデルが要求できる関数と、その引数のJSON Schema。</translation>
    </message>
    <message>
        <source>How freely the model picks. 0 takes the likeliest token each time, 1 follows the model&apos;s own probabilities, more makes rare tokens likelier.</source>
        <translation>モデルがどれだけ自由に選ぶか。0は常に最も確率の高いトークンを選び、1はモデル本来の確率に従い、それ以上では珍しいトークンが出やすくなります。</translation>
    </message>
    <message>
        <source>How long a reasoning model may think first.</source>
        <translation>推論モデルが先に考える量。</translation>
    </message>
    <message>
        <source>How long the answer should be, where supported.</source>
        <translation>回答の長さの目安（対応している場合）。</translation>
    </message>
    <message>
        <source>How many answers to make for one message.</source>
        <translation>1件のメッセージに対して生成する回答の数。</translation>
    </message>
    <message>
        <source>How many of the likeliest tokens to report at each place.</source>
        <translation>各位置で報告する上位トークンの数。</translation>
    </message>
    <message>
        <source>How the provider caches the prompt.</source>
        <translation>プロバイダーによるプロンプトのキャッシュ方法。</translation>
    </message>
    <message>
        <source>Let the provider keep this exchange.</source>
        <translation>このやり取りをプロバイダーに保存させます。</translation>
    </message>
    <message>
        <source>Logit bias</source>
        <translation>ロジットバイアス</translation>
    </message>
    <message>
        <source>Max completion tokens</source>
        <translation>最大完了トークン数</translation>
    </message>
    <message>
        <source>Max tokens</source>
        <translation>最大トークン数</translation>
    </message>
    <message>
        <source>Metadata</source>
        <translation>メタデータ</translation>
    </message>
    <message>
        <source>Modalities</source>
        <translation>モダリティ</translation>
    </message>
    <message>
        <source>Moderation</source>
        <translation>モデレーション</translation>
    </message>
    <message>
        <source>Obfuscation</source>
        <translation>難読化</translation>
    </message>
    <message>
        <source>Only the likeliest tokens whose probabilities add up to this share can be picked. Change this or the temperature, seldom both.</source>
        <translation>確率の高い順に合計がこの割合に達するまでのトークンだけが選ばれます。これか温度のどちらかを変え、両方を変えることはまれです。</translation>
    </message>
    <message>
        <source>Options of the provider&apos;s own moderation.</source>
        <translation>プロバイダー独自のモデレーションのオプション。</translation>
    </message>
    <message>
        <source>Options of the provider&apos;s own web search.</source>
        <translation>プロバイダー独自のウェブ検索のオプション。</translation>
    </message>
    <message>
        <source>Pad the stream&apos;s events so that their sizes tell nothing.</source>
        <translation>ストリームのイベントを水増しし、サイズから内容を推測できないようにします。</translation>
    </message>
    <message>
        <source>Pairs of text kept with the stored exchange.</source>
        <translation>保存されるやり取りに付けるテキストの組。</translation>
    </message>
    <message>
        <source>Parallel tool calls</source>
        <translation>並列ツール呼び出し</translation>
    </message>
    <message>
        <source>Plain text, any JSON, or JSON that follows a schema.</source>
        <translation>プレーンテキスト、任意のJSON、またはスキーマに従うJSON。</translation>
    </message>
    <message>
        <source>Prediction</source>
        <translation>予測</translation>
    </message>
    <message>
        <source>Presence penalty</source>
        <translation>存在ペナルティ</translation>
    </message>
    <message>
        <source>Prompt cache key</source>
        <translation>プロンプトキャッシュキー</translation>
    </message>
    <message>
        <source>Prompt cache options</source>
        <translation>プロンプトキャッシュ設定</translation>
    </message>
    <message>
        <source>Reasoning effort</source>
        <translation>推論の深さ</translation>
    </message>
    <message>
        <source>Report the probability of each token of the answer.</source>
        <translation>回答の各トークンの確率を報告します。</translation>
    </message>
    <message>
        <source>Report the token counts at the end of a stream.</source>
        <translation>ストリームの最後にトークン数を報告します。</translation>
    </message>
    <message>
        <source>Requests with the same key share a prompt cache.</source>
        <translation>同じキーのリクエストはプロンプトキャッシュを共有します。</translation>
    </message>
    <message>
        <source>Response format</source>
        <translation>応答形式</translation>
    </message>
    <message>
        <source>Safety identifier</source>
        <translation>安全性識別子</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>シード</translation>
    </message>
    <message>
        <source>Service tier</source>
        <translation>サービスティア</translation>
    </message>
    <message>
        <source>Show the answer while it is being written.</source>
        <translation>回答を生成しながら表示します。</translation>
    </message>
    <message>
        <source>Stop sequences</source>
        <translation>停止シーケンス</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Stream</source>
        <translation>ストリーム</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>温度</translation>
    </message>
    <message>
        <source>Text that the answer will mostly repeat, to save time.</source>
        <translation>回答の大部分が繰り返すことになるテキスト。時間を節約できます。</translation>
    </message>
    <message>
        <source>The answer ends before the first of these texts. Up to four.</source>
        <translation>これらのテキストのどれかが現れる前に回答が終わります。最大4つ。</translation>
    </message>
    <message>
        <source>The most tokens to generate, reasoning included. The newer name, which reasoning models want.</source>
        <translation>推論を含めて生成する最大トークン数。推論モデルが求める新しい名前です。</translation>
    </message>
    <message>
        <source>The most tokens to generate. The older name, which most servers know.</source>
        <translation>生成する最大トークン数。ほとんどのサーバーが知っている古い名前です。</translation>
    </message>
    <message>
        <source>The same seed and request give the same answer, as far as the server can.</source>
        <translation>同じシードとリクエストなら、サーバーが可能な範囲で同じ回答になります。</translation>
    </message>
    <message>
        <source>The voice and the format of a spoken answer. Streams need pcm16.</source>
        <translation>音声回答の声と形式。ストリームではpcm16が必要です。</translation>
    </message>
    <message>
        <source>Token id and how much to favour it: -100 forbids a token, 100 forces it.</source>
        <translation>トークンIDと優遇の度合い：-100は禁止、100は強制。</translation>
    </message>
    <message>
        <source>Token probabilities</source>
        <translation>トークンの確率</translation>
    </message>
    <message>
        <source>Tool choice</source>
        <translation>ツールの選択</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>ツール</translation>
    </message>
    <message>
        <source>Top P</source>
        <translation>Top P</translation>
    </message>
    <message>
        <source>User</source>
        <translation>ユーザー</translation>
    </message>
    <message>
        <source>Verbosity</source>
        <translation>冗長さ</translation>
    </message>
    <message>
        <source>Voice</source>
        <translation>声</translation>
    </message>
    <message>
        <source>Web search</source>
        <translation>ウェブ検索</translation>
    </message>
    <message>
        <source>Whether one answer may ask for several calls.</source>
        <translation>1つの回答で複数の呼び出しを要求できるかどうか。</translation>
    </message>
    <message>
        <source>Whether the answer is text, audio or both.</source>
        <translation>回答をテキスト、音声、またはその両方にするか。</translation>
    </message>
    <message>
        <source>Whether the model may, must or must not call a tool, or which one.</source>
        <translation>モデルがツールを呼び出してよいか、必須か、禁止か、またはどのツールか。</translation>
    </message>
    <message>
        <source>Which queue and price to use, where offered.</source>
        <translation>使用するキューと価格（提供されている場合）。</translation>
    </message>
</context>
<context>
    <name>ParameterGroup</name>
    <message>
        <source>Audio</source>
        <translation>音声</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>長さ</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>プロバイダー</translation>
    </message>
    <message>
        <source>Reasoning</source>
        <translation>推論</translation>
    </message>
    <message>
        <source>Sampling</source>
        <translation>サンプリング</translation>
    </message>
    <message>
        <source>Stream</source>
        <translation>ストリーム</translation>
    </message>
    <message>
        <source>Tools and format</source>
        <translation>ツールと形式</translation>
    </message>
</context>
<context>
    <name>ParameterLayer</name>
    <message>
        <source>the app</source>
        <translation>アプリ</translation>
    </message>
    <message>
        <source>the endpoint</source>
        <translation>エンドポイント</translation>
    </message>
    <message>
        <source>the preset</source>
        <translation>プリセット</translation>
    </message>
    <message>
        <source>this conversation</source>
        <translation>この会話</translation>
    </message>
    <message>
        <source>this message</source>
        <translation>このメッセージ</translation>
    </message>
</context>
<context>
    <name>ParameterPanel</name>
    <message>
        <source>Clear at the endpoint, for all its conversations</source>
        <translation>エンドポイントの値を消去（そのすべての会話が対象）</translation>
    </message>
    <message>
        <source>Clear in {layer}</source>
        <translation>{layer}の値を消去</translation>
    </message>
    <message>
        <source>Clear: then it is not sent</source>
        <translation>消去：その後は送信されません</translation>
    </message>
    <message>
        <source>Clear: then {value} from {layer}</source>
        <translation>消去：その後は{layer}の{value}</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>コピー</translation>
    </message>
    <message>
        <source>Files: refused, left out</source>
        <translation>ファイル：拒否されたため省略</translation>
    </message>
    <message>
        <source>Find a parameter</source>
        <translation>パラメータを検索</translation>
    </message>
    <message>
        <source>Forget all of it</source>
        <translation>すべて忘れる</translation>
    </message>
    <message>
        <source>Forget that</source>
        <translation>これを忘れる</translation>
    </message>
    <message>
        <source>How the model should behave</source>
        <translation>モデルにどう振る舞ってほしいか</translation>
    </message>
    <message>
        <source>Keep for the whole conversation</source>
        <translation>会話全体で使う</translation>
    </message>
    <message>
        <source>Learned about this model</source>
        <translation>このモデルについてわかったこと</translation>
    </message>
    <message>
        <source>Left out: this model has refused this field.</source>
        <translation>省略：このモデルはこの項目を拒否しました。</translation>
    </message>
    <message>
        <source>Make it the endpoint&apos;s default</source>
        <translation>エンドポイントの既定値にする</translation>
    </message>
    <message>
        <source>No parameter has these words.</source>
        <translation>この語句に一致するパラメータはありません。</translation>
    </message>
    <message>
        <source>Only for the next message</source>
        <translation>次のメッセージだけ</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>パラメータ</translation>
    </message>
    <message>
        <source>Pictures: refused, left out</source>
        <translation>画像：拒否されたため省略</translation>
    </message>
    <message>
        <source>Probabilities: after the temperature</source>
        <translation>確率：温度の適用後</translation>
    </message>
    <message>
        <source>Probabilities: of an unknown kind</source>
        <translation>確率：種類不明</translation>
    </message>
    <message>
        <source>Probabilities: the model&apos;s own</source>
        <translation>確率：モデル本来のもの</translation>
    </message>
    <message>
        <source>Reasoning: always sent back</source>
        <translation>推論：常に送り返す</translation>
    </message>
    <message>
        <source>Reasoning: never sent back</source>
        <translation>推論：送り返さない</translation>
    </message>
    <message>
        <source>Reasoning: sent back with tool calls</source>
        <translation>推論：ツール呼び出し時に送り返す</translation>
    </message>
    <message>
        <source>Request preview</source>
        <translation>リクエストのプレビュー</translation>
    </message>
    <message>
        <source>Role of the system message</source>
        <translation>システムメッセージの役割</translation>
    </message>
    <message>
        <source>Send it again</source>
        <translation>再び送信する</translation>
    </message>
    <message>
        <source>Send without it</source>
        <translation>除いて送信</translation>
    </message>
    <message>
        <source>Send {field}</source>
        <translation>{field}を送信</translation>
    </message>
    <message>
        <source>Sent under its other name: this model takes only that.</source>
        <translation>別名で送信：このモデルはその名前だけを受け付けます。</translation>
    </message>
    <message>
        <source>Sounds: refused, left out</source>
        <translation>音声：拒否されたため省略</translation>
    </message>
    <message>
        <source>This is long: parts are left out here. Copy takes all of it.</source>
        <translation>長いため、ここでは一部を省いています。コピーでは全体が入ります。</translation>
    </message>
    <message>
        <source>What is this?</source>
        <translation>これは何？</translation>
    </message>
    <message>
        <source>top_logprobs: {count} at most</source>
        <translation>top_logprobs：最大{count}</translation>
    </message>
    <message>
        <source>{field}: refused, left out</source>
        <translation>{field}：拒否されたため省略</translation>
    </message>
    <message>
        <source>{field}: refused, still sent when set</source>
        <translation>{field}：拒否されたが、設定時は送信</translation>
    </message>
    <message>
        <source>{field}: sent under its other name</source>
        <translation>{field}：別名で送信</translation>
    </message>
    <message>
        <source>{layer}: {value}</source>
        <translation>{layer}：{value}</translation>
    </message>
    <message>
        <source>System message</source>
        <translation>システムメッセージ</translation>
    </message>
    <message>
        <source>The JSON that the next send puts out</source>
        <translation>次の送信で送られるJSON</translation>
    </message>
    <message>
        <source>This model has refused this field.</source>
        <translation>このモデルはこの項目を拒否しました。</translation>
    </message>
    <message>
        <source>Your name in messages</source>
        <translation>メッセージでのあなたの名前</translation>
    </message>
    <message>
        <source>Your name in messages (not sent)</source>
        <translation>メッセージでの名前（未送信）</translation>
    </message>
    <message>
        <source>from {layer}</source>
        <translation>{layer}から</translation>
    </message>
    <message>
        <source>not sent</source>
        <translation>送信しない</translation>
    </message>
    <message>
        <source>{count} sent</source>
        <translation>{count}件送信</translation>
    </message>
</context>
<context>
    <name>ParameterProblem</name>
    <message>
        <source>&quot;type&quot; must be one of: {choices}.</source>
        <translation>&quot;type&quot;は次のいずれかでなければなりません：{choices}。</translation>
    </message>
    <message>
        <source>A name: letters, digits, _ and -, at most 64.</source>
        <translation>名前：英数字、_、-、最大64文字。</translation>
    </message>
    <message>
        <source>A spoken answer needs a voice: set Voice.</source>
        <translation>音声回答には声が必要です。声を設定してください。</translation>
    </message>
    <message>
        <source>Add at least one.</source>
        <translation>少なくとも1つ追加してください。</translation>
    </message>
    <message>
        <source>An empty text stops nothing.</source>
        <translation>空のテキストでは何も停止しません。</translation>
    </message>
    <message>
        <source>At most 16 pairs of text, names up to 64 and values up to 512 characters.</source>
        <translation>テキストの組は最大16個、名前は64文字、値は512文字まで。</translation>
    </message>
    <message>
        <source>At most {count} are allowed.</source>
        <translation>最大{count}個までです。</translation>
    </message>
    <message>
        <source>At most {count} characters.</source>
        <translation>最大{count}文字です。</translation>
    </message>
    <message>
        <source>Choose a voice and a format.</source>
        <translation>声と形式を選んでください。</translation>
    </message>
    <message>
        <source>Choose a voice.</source>
        <translation>声を選んでください。</translation>
    </message>
    <message>
        <source>Choose at least one.</source>
        <translation>少なくとも1つ選んでください。</translation>
    </message>
    <message>
        <source>Choose each of these at most once: {choices}.</source>
        <translation>次のそれぞれは1回だけ選べます：{choices}。</translation>
    </message>
    <message>
        <source>Choose one of: {choices}.</source>
        <translation>次のいずれかを選んでください：{choices}。</translation>
    </message>
    <message>
        <source>Choose one.</source>
        <translation>1つ選んでください。</translation>
    </message>
    <message>
        <source>Its name: letters, digits, _ and -, at most 64.</source>
        <translation>その名前：英数字、_、-、最大64文字。</translation>
    </message>
    <message>
        <source>Not sent: it needs {field}.</source>
        <translation>送信されません：{field}が必要です。</translation>
    </message>
    <message>
        <source>Not sent: the server refused it for this model.</source>
        <translation>送信されません：サーバーがこのモデルでは拒否しました。</translation>
    </message>
    <message>
        <source>Only letters, digits, _ and - are allowed.</source>
        <translation>使えるのは英数字、_、-だけです。</translation>
    </message>
    <message>
        <source>Set {fields} in the window; this box may not overwrite it.</source>
        <translation>{fields}はウィンドウで設定してください。この欄では上書きできません。</translation>
    </message>
    <message>
        <source>The bias of token {token} must be from -100 to 100.</source>
        <translation>トークン{token}のバイアスは-100から100まででなければなりません。</translation>
    </message>
    <message>
        <source>The least is {minimum}.</source>
        <translation>最小値は{minimum}です。</translation>
    </message>
    <message>
        <source>The most is {maximum}.</source>
        <translation>最大値は{maximum}です。</translation>
    </message>
    <message>
        <source>The name “{name}” is used twice.</source>
        <translation>「{name}」という名前が2回使われています。</translation>
    </message>
    <message>
        <source>The parameters of “{name}” need &quot;type&quot;: &quot;object&quot;.</source>
        <translation>「{name}」のパラメータには&quot;type&quot;: &quot;object&quot;が必要です。</translation>
    </message>
    <message>
        <source>This must be a JSON object with at least one key.</source>
        <translation>1つ以上のキーを持つJSONオブジェクトでなければなりません。</translation>
    </message>
    <message>
        <source>This must be a list of at least one tool.</source>
        <translation>1つ以上のツールのリストでなければなりません。</translation>
    </message>
    <message>
        <source>This must be a number.</source>
        <translation>数値でなければなりません。</translation>
    </message>
    <message>
        <source>This must be a whole number.</source>
        <translation>整数でなければなりません。</translation>
    </message>
    <message>
        <source>This must be finite.</source>
        <translation>有限の値でなければなりません。</translation>
    </message>
    <message>
        <source>This must be on or off.</source>
        <translation>オンまたはオフでなければなりません。</translation>
    </message>
    <message>
        <source>This must be text.</source>
        <translation>テキストでなければなりません。</translation>
    </message>
    <message>
        <source>Tool {position} needs &quot;type&quot;: &quot;function&quot; and a function.</source>
        <translation>ツール{position}には&quot;type&quot;: &quot;function&quot;と関数が必要です。</translation>
    </message>
    <message>
        <source>Tool {position} needs a name of letters, digits, _ and - (at most 64).</source>
        <translation>ツール{position}には英数字、_、-による名前（最大64文字）が必要です。</translation>
    </message>
    <message>
        <source>While streaming the format must be pcm16.</source>
        <translation>ストリーミング中の形式はpcm16でなければなりません。</translation>
    </message>
    <message>
        <source>json_schema needs a &quot;schema&quot;.</source>
        <translation>json_schemaには&quot;schema&quot;が必要です。</translation>
    </message>
    <message>
        <source>“{token}” is no token id.</source>
        <translation>「{token}」はトークンIDではありません。</translation>
    </message>
</context>
<context>
    <name>Picture</name>
    <message>
        <source>Load once</source>
        <translation>一度だけ読み込む</translation>
    </message>
    <message>
        <source>Loading: {what}</source>
        <translation>読み込み中：{what}</translation>
    </message>
    <message>
        <source>No picture could be shown: {what}  {place}</source>
        <translation>画像を表示できませんでした：{what}  {place}</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>画像</translation>
    </message>
    <message>
        <source>Pictures are not loaded from there.</source>
        <translation>そこからの画像は読み込まれません。</translation>
    </message>
    <message>
        <source>The picture could not be loaded from {host}.</source>
        <translation>{host}から画像を読み込めませんでした。</translation>
    </message>
    <message>
        <source>The picture is too large.</source>
        <translation>画像が大きすぎます。</translation>
    </message>
    <message>
        <source>{host} answers with status {status}.</source>
        <translation>{host}がステータス{status}を返しました。</translation>
    </message>
</context>
<context>
    <name>Preference</name>
    <message>
        <source>2 GB</source>
        <translation>2 GB</translation>
    </message>
    <message>
        <source>20 MB</source>
        <translation>20 MB</translation>
    </message>
    <message>
        <source>200 MB</source>
        <translation>200 MB</translation>
    </message>
    <message>
        <source>Animations</source>
        <translation>アニメーション</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外観</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>システムに合わせる</translation>
    </message>
    <message>
        <source>Beyond it the oldest bodies go; what is known of a request stays.</source>
        <translation>超えると古い本文から削除されます。リクエストのその他の情報は残ります。</translation>
    </message>
    <message>
        <source>Closing the window keeps the app running; quit it from the tray&apos;s menu.</source>
        <translation>ウィンドウを閉じてもアプリは動作し続けます。終了はトレイのメニューから行います。</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>会話</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>ダーク</translation>
    </message>
    <message>
        <source>Desktop</source>
        <translation>デスクトップ</translation>
    </message>
    <message>
        <source>Disk space for recordings</source>
        <translation>記録用のディスク容量</translation>
    </message>
    <message>
        <source>Enter breaks the line, Shift+Enter sends</source>
        <translation>Enterで改行、Shift+Enterで送信</translation>
    </message>
    <message>
        <source>Enter key</source>
        <translation>Enterキー</translation>
    </message>
    <message>
        <source>Enter sends, Shift+Enter breaks the line</source>
        <translation>Enterで送信、Shift+Enterで改行</translation>
    </message>
    <message>
        <source>How often a model may call tools in a row before you are asked.</source>
        <translation>確認なしでモデルが続けてツールを呼び出せる回数。</translation>
    </message>
    <message>
        <source>Keep each request and its reply for the inspector, on this computer, without keys.</source>
        <translation>インスペクタ用に、各リクエストと返信をキーを除いてこのコンピュータに保存します。</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>言語</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>ライト</translation>
    </message>
    <message>
        <source>Light, dark, or as the system is.</source>
        <translation>ライト、ダーク、またはシステムに合わせます。</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>無制限</translation>
    </message>
    <message>
        <source>Note the arrival of each event by itself. Costs more processor time while streaming.</source>
        <translation>各イベントの到着を個別に記録します。ストリーミング中のCPU使用量が増えます。</translation>
    </message>
    <message>
        <source>Notify of answers</source>
        <translation>回答を通知</translation>
    </message>
    <message>
        <source>Of menus, buttons and messages; changes at once.</source>
        <translation>メニュー、ボタン、メッセージの言語。すぐに切り替わります。</translation>
    </message>
    <message>
        <source>Of the whole window, on top of the system&apos;s own setting. View → Larger text changes that of messages alone.</source>
        <translation>システムの設定に加えて、ウィンドウ全体の文字の大きさを決めます。「表示 → 文字を大きく」はメッセージだけを変えます。</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>オフ</translation>
    </message>
    <message>
        <source>On</source>
        <translation>オン</translation>
    </message>
    <message>
        <source>One model for all titles</source>
        <translation>すべてのタイトルに1つのモデル</translation>
    </message>
    <message>
        <source>Open at login</source>
        <translation>ログイン時に起動</translation>
    </message>
    <message>
        <source>Precise timing</source>
        <translation>精密な計時</translation>
    </message>
    <message>
        <source>Record requests</source>
        <translation>リクエストを記録</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>リクエスト</translation>
    </message>
    <message>
        <source>Spell check</source>
        <translation>スペルチェック</translation>
    </message>
    <message>
        <source>Start the app when you log in to this computer.</source>
        <translation>このコンピュータにログインするとアプリを起動します。</translation>
    </message>
    <message>
        <source>Stay in the tray</source>
        <translation>トレイに常駐</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>文字の大きさ</translation>
    </message>
    <message>
        <source>The conversation&apos;s own model</source>
        <translation>会話のモデル</translation>
    </message>
    <message>
        <source>The first words; nothing is sent</source>
        <translation>最初の語句（何も送信しません）</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>テーマ</translation>
    </message>
    <message>
        <source>Titles of conversations</source>
        <translation>会話のタイトル</translation>
    </message>
    <message>
        <source>Tool rounds</source>
        <translation>ツールの回数</translation>
    </message>
    <message>
        <source>Underline words that no dictionary of this system knows.</source>
        <translation>システムの辞書にない単語に下線を付けます。</translation>
    </message>
    <message>
        <source>What Enter does while you write a message.</source>
        <translation>メッセージの入力中にEnterを押したときの動作。</translation>
    </message>
    <message>
        <source>When an answer is ready and the window is not in front of you.</source>
        <translation>回答ができたときにウィンドウが手前になければ通知します。</translation>
    </message>
    <message>
        <source>Who names a conversation after its first answer. A model is asked with a request of its own; “Conversation → Write titles with this model” chooses which.</source>
        <translation>最初の回答のあとに会話のタイトルを付けるもの。モデルには別のリクエストで尋ねます。モデルは「会話」の「このモデルでタイトルを付ける」で選べます。</translation>
    </message>
    <message>
        <source>Without them nothing moves or blinks by itself.</source>
        <translation>オフにすると、ひとりでに動いたり点滅したりするものがなくなります。</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>入力</translation>
    </message>
</context>
<context>
    <name>Preset</name>
    <message>
        <source>Balanced</source>
        <translation>バランス</translation>
    </message>
    <message>
        <source>Creative</source>
        <translation>創造的</translation>
    </message>
    <message>
        <source>Precise</source>
        <translation>正確</translation>
    </message>
</context>
<context>
    <name>Prompts</name>
    <message>
        <source>A persona keeps the system message, the model and the parameters.</source>
        <translation>ペルソナは、システムメッセージ、モデル、パラメータをまとめて保存します。</translation>
    </message>
    <message>
        <source>Add a prompt</source>
        <translation>プロンプトを追加</translation>
    </message>
    <message>
        <source>Add from this chat</source>
        <translation>このチャットから追加</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Insert</source>
        <translation>挿入</translation>
    </message>
    <message>
        <source>Model: {model}. Parameters: {fields}.</source>
        <translation>モデル：{model}。パラメータ：{fields}。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>New chats in “{folder}”</source>
        <translation>「{folder}」の新しいチャット</translation>
    </message>
    <message>
        <source>New persona</source>
        <translation>新しいペルソナ</translation>
    </message>
    <message>
        <source>No persona</source>
        <translation>ペルソナなし</translation>
    </message>
    <message>
        <source>No personas yet. Set a chat up as you like it, then add it here.</source>
        <translation>ペルソナはまだありません。チャットを好みに整えてから、ここで追加してください。</translation>
    </message>
    <message>
        <source>No prompts yet. Add one for what you write often.</source>
        <translation>プロンプトはまだありません。よく書く文を追加してください。</translation>
    </message>
    <message>
        <source>No prompts yet. Write one…</source>
        <translation>プロンプトはまだありません。書いてみましょう…</translation>
    </message>
    <message>
        <source>Personas</source>
        <translation>ペルソナ</translation>
    </message>
    <message>
        <source>Prompts</source>
        <translation>プロンプト</translation>
    </message>
    <message>
        <source>Prompts and personas</source>
        <translation>プロンプトとペルソナ</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>System message</source>
        <translation>システムメッセージ</translation>
    </message>
    <message>
        <source>Text of the prompt</source>
        <translation>プロンプトの本文</translation>
    </message>
    <message>
        <source>This chat is set up as “{name}”.</source>
        <translation>このチャットは「{name}」の設定になっています。</translation>
    </message>
    <message>
        <source>Type / and the name in the composer. Places to fill: {{topic}}, {{tone=friendly}}, {{language|English|Japanese}}. {{date}}, {{time}}, {{clipboard}} and {{selection}} fill themselves.</source>
        <translation>入力欄で/と名前を入力すると使えます。埋める箇所：{{topic}}、{{tone=friendly}}、{{language|English|Japanese}}。{{date}}、{{time}}、{{clipboard}}、{{selection}}は自動的に埋まります。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>元に戻す</translation>
    </message>
    <message>
        <source>as in the chat</source>
        <translation>チャットと同じ</translation>
    </message>
    <message>
        <source>new</source>
        <translation>新規</translation>
    </message>
    <message>
        <source>none</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>“{name}” was removed.</source>
        <translation>「{name}」を削除しました。</translation>
    </message>
</context>
<context>
    <name>Provenance</name>
    <message>
        <source>The default of {field} at “{endpoint}” was changed.</source>
        <translation>「{endpoint}」の{field}の既定値を変更しました。</translation>
    </message>
    <message>
        <source>The settings of the answer are in use again.</source>
        <translation>その回答の設定を再び使っています。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>元に戻す</translation>
    </message>
</context>
<context>
    <name>Queue</name>
    <message>
        <source>+ {count} files</source>
        <translation>＋ファイル{count}個</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>編集</translation>
    </message>
    <message>
        <source>Not sent yet</source>
        <translation>未送信</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>取り除く</translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>今すぐ送信</translation>
    </message>
    <message>
        <source>Sent when the answer ends</source>
        <translation>回答が終わると送信されます</translation>
    </message>
    <message>
        <source>Waiting messages</source>
        <translation>待機中のメッセージ</translation>
    </message>
</context>
<context>
    <name>QuickQuestion</name>
    <message>
        <source>Ask anything; Enter sends, Esc closes</source>
        <translation>何でも質問できます（Enterで送信、Escで閉じる）</translation>
    </message>
    <message>
        <source>Ask further</source>
        <translation>続けて質問</translation>
    </message>
    <message>
        <source>Open in the window</source>
        <translation>ウィンドウで開く</translation>
    </message>
    <message>
        <source>Quick question</source>
        <translation>クイック質問</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
</context>
<context>
    <name>Quit</name>
    <message>
        <source>Make room and try again, or quit and lose it.</source>
        <translation>空き容量を作ってもう一度試すか、失われるのを承知で終了してください。</translation>
    </message>
    <message>
        <source>Quit and lose it</source>
        <translation>失われても終了</translation>
    </message>
    <message>
        <source>Some text could not be saved: the disk is full or cannot be written to.</source>
        <translation>一部のテキストを保存できませんでした。ディスクがいっぱいか、書き込めません。</translation>
    </message>
</context>
<context>
    <name>Rescue</name>
    <message>
        <source>Bring over what can be read</source>
        <translation>読み取れる分を移す</translation>
    </message>
    <message>
        <source>Folders, prompts, endpoints, tools and prices brought over: {count}</source>
        <translation>引き継いだフォルダー、プロンプト、エンドポイント、ツール、価格: {count}</translation>
    </message>
    <message>
        <source>From the damaged database {messages} further messages were brought over, of {conversations} conversations that were missing.</source>
        <translation>壊れたデータベースから、欠けていた会話{conversations}件のメッセージ{messages}件を移しました。</translation>
    </message>
    <message>
        <source>It is kept in {folder}</source>
        <translation>保存場所: {folder}</translation>
    </message>
    <message>
        <source>Restore the latest backup</source>
        <translation>最新のバックアップを復元</translation>
    </message>
    <message>
        <source>Start empty</source>
        <translation>空の状態で始める</translation>
    </message>
    <message>
        <source>The database was damaged and has been set aside. Nothing was deleted.</source>
        <translation>データベースが壊れていたため、別の場所に移しました。何も削除していません。</translation>
    </message>
    <message>
        <source>The latest backup is of {time}. What was written since is brought over as far as it can be read.</source>
        <translation>最新のバックアップは {time} のものです。それ以降に書かれたものは、読める限り引き継がれます。</translation>
    </message>
</context>
<context>
    <name>SamplingPad</name>
    <message>
        <source>Arrow keys move the point; Shift moves less</source>
        <translation>矢印キーで点を移動、Shiftで細かく移動</translation>
    </message>
    <message>
        <source>Delete “{preset}”</source>
        <translation>「{preset}」を削除</translation>
    </message>
    <message>
        <source>Name of the preset</source>
        <translation>プリセットの名前</translation>
    </message>
    <message>
        <source>None</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>プリセット</translation>
    </message>
    <message>
        <source>Preset: {preset}</source>
        <translation>プリセット：{preset}</translation>
    </message>
    <message>
        <source>Rename “{preset}”…</source>
        <translation>「{preset}」の名前を変更…</translation>
    </message>
    <message>
        <source>Save these settings as a preset…</source>
        <translation>この設定をプリセットとして保存…</translation>
    </message>
    <message>
        <source>Temperature and Top P</source>
        <translation>温度とTop P</translation>
    </message>
    <message>
        <source>Temperature {temperature}, Top P {top_p}</source>
        <translation>温度{temperature}、Top P {top_p}</translation>
    </message>
    <message>
        <source>The preset “{name}” was deleted.</source>
        <translation>プリセット「{name}」を削除しました。</translation>
    </message>
    <message>
        <source>Try a grid of values…</source>
        <translation>値の組み合わせを試す…</translation>
    </message>
    <message>
        <source>What the colours show</source>
        <translation>色の意味</translation>
    </message>
    <message>
        <source>{preset}, changed</source>
        <translation>{preset}（変更あり）</translation>
    </message>
    <message>
        <source>“{name}” is a built-in preset: choose another name.</source>
        <translation>「{name}」は組み込みのプリセットです。別の名前を選んでください。</translation>
    </message>
</context>
<context>
    <name>Schema</name>
    <message>
        <source>A schema must be a JSON object.</source>
        <translation>スキーマはJSONオブジェクトでなければなりません。</translation>
    </message>
    <message>
        <source>The pattern “{pattern}” was not checked.</source>
        <translation>パターン「{pattern}」は確認されませんでした。</translation>
    </message>
    <message>
        <source>The schema could not be applied: {error}</source>
        <translation>スキーマを適用できませんでした：{error}</translation>
    </message>
    <message>
        <source>The schema is nested too deeply to be checked.</source>
        <translation>スキーマの入れ子が深すぎて確認できません。</translation>
    </message>
    <message>
        <source>The schema refers to “{ref}”, which is not in it.</source>
        <translation>スキーマが参照する「{ref}」がスキーマ内にありません。</translation>
    </message>
    <message>
        <source>This is not JSON: {error}</source>
        <translation>JSONではありません：{error}</translation>
    </message>
    <message>
        <source>does not fit exactly one of the allowed forms</source>
        <translation>許された形のうち、ちょうど1つに適合していません</translation>
    </message>
    <message>
        <source>fits none of the allowed forms</source>
        <translation>許された形のどれにも適合しません</translation>
    </message>
    <message>
        <source>has fewer than {wanted} items</source>
        <translation>項目が{wanted}個より少ないです</translation>
    </message>
    <message>
        <source>has more than {wanted} items</source>
        <translation>項目が{wanted}個より多いです</translation>
    </message>
    <message>
        <source>has the same item twice</source>
        <translation>同じ項目が2回あります</translation>
    </message>
    <message>
        <source>is no regular expression: {error}</source>
        <translation>正規表現ではありません：{error}</translation>
    </message>
    <message>
        <source>{detail}</source>
        <translation>{detail}</translation>
    </message>
    <message>
        <source>{value} does not match the pattern {wanted}</source>
        <translation>{value}はパターン{wanted}に一致しません</translation>
    </message>
    <message>
        <source>{value} is greater than {wanted}</source>
        <translation>{value}は{wanted}より大きいです</translation>
    </message>
    <message>
        <source>{value} is less than {wanted}</source>
        <translation>{value}は{wanted}より小さいです</translation>
    </message>
    <message>
        <source>{value} is longer than {wanted} characters</source>
        <translation>{value}は{wanted}文字より長いです</translation>
    </message>
    <message>
        <source>{value} is none of {wanted}</source>
        <translation>{value}は{wanted}のいずれでもありません</translation>
    </message>
    <message>
        <source>{value} is not a multiple of {wanted}</source>
        <translation>{value}は{wanted}の倍数ではありません</translation>
    </message>
    <message>
        <source>{value} is not greater than {wanted}</source>
        <translation>{value}は{wanted}より大きくありません</translation>
    </message>
    <message>
        <source>{value} is not less than {wanted}</source>
        <translation>{value}は{wanted}より小さくありません</translation>
    </message>
    <message>
        <source>{value} is not of the type {wanted}</source>
        <translation>{value}は{wanted}型ではありません</translation>
    </message>
    <message>
        <source>{value} is not {wanted}</source>
        <translation>{value}は{wanted}ではありません</translation>
    </message>
    <message>
        <source>{value} is shorter than {wanted} characters</source>
        <translation>{value}は{wanted}文字より短いです</translation>
    </message>
    <message>
        <source>“{detail}” is missing</source>
        <translation>「{detail}」がありません</translation>
    </message>
</context>
<context>
    <name>SchemaForm</name>
    <message>
        <source>This function takes no arguments.</source>
        <translation>この関数には引数がありません。</translation>
    </message>
</context>
<context>
    <name>ServerConfig</name>
    <message>
        <source>An address begins with http:// or https://.</source>
        <translation>アドレスはhttp://またはhttps://で始まります。</translation>
    </message>
    <message>
        <source>Leave name and password out of the address; use a header.</source>
        <translation>アドレスに名前やパスワードを含めず、ヘッダーを使ってください。</translation>
    </message>
    <message>
        <source>The args, env and headers of “{name}” must be text.</source>
        <translation>「{name}」のargs、env、headersはテキストでなければなりません。</translation>
    </message>
    <message>
        <source>The url of “{name}”: {problem}</source>
        <translation>「{name}」のurl：{problem}</translation>
    </message>
    <message>
        <source>There is no “mcpServers” object in this.</source>
        <translation>この中に「mcpServers」オブジェクトがありません。</translation>
    </message>
    <message>
        <source>This is no address.</source>
        <translation>これはアドレスではありません。</translation>
    </message>
    <message>
        <source>This is not JSON.</source>
        <translation>これはJSONではありません。</translation>
    </message>
    <message>
        <source>This is not JSON: something is wrong in line {line}, sign {sign}.</source>
        <translation>これはJSONではありません：{line}行目の{sign}文字目に誤りがあります。</translation>
    </message>
    <message>
        <source>“{name}” needs either a command or a url.</source>
        <translation>「{name}」にはcommandかurlのどちらか一方が必要です。</translation>
    </message>
    <message>
        <source>“{name}” needs the variable “{variable}”, which is not set.</source>
        <translation>「{name}」には変数「{variable}」が必要ですが、設定されていません。</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>A key for this run only; it is not written down.</source>
        <translation>今回だけ使うキーです。どこにも書き込まれません。</translation>
    </message>
    <message>
        <source>Add an endpoint</source>
        <translation>エンドポイントを追加</translation>
    </message>
    <message>
        <source>Asking the keyring…</source>
        <translation>キーリングに問い合わせ中…</translation>
    </message>
    <message>
        <source>Asking {model}…</source>
        <translation>{model}に問い合わせ中…</translation>
    </message>
    <message>
        <source>CA file or certificate</source>
        <translation>CAファイルまたは証明書</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>接続中…</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>複製</translation>
    </message>
    <message>
        <source>Endpoints</source>
        <translation>エンドポイント</translation>
    </message>
    <message>
        <source>General</source>
        <translation>一般</translation>
    </message>
    <message>
        <source>It is made out to {subject} by {issuer}, until {until}.
SHA-256 {sha256}</source>
        <translation>発行先：{subject}、発行者：{issuer}、有効期限：{until}。
SHA-256 {sha256}</translation>
    </message>
    <message>
        <source>It works: {count} models.</source>
        <translation>接続できました。モデル数は{count}です。</translation>
    </message>
    <message>
        <source>Model file</source>
        <translation>モデルファイル</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>下へ移動</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>上へ移動</translation>
    </message>
    <message>
        <source>No endpoint yet.</source>
        <translation>エンドポイントがまだありません。</translation>
    </message>
    <message>
        <source>No key.</source>
        <translation>キーがありません。</translation>
    </message>
    <message>
        <source>Offline model</source>
        <translation>オフラインモデル</translation>
    </message>
    <message>
        <source>Offline model file…</source>
        <translation>オフラインモデルのファイル…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>The key comes from the environment.</source>
        <translation>キーは環境変数から読み取られます。</translation>
    </message>
    <message>
        <source>The key is in the system keyring.</source>
        <translation>キーはシステムのキーリングにあります。</translation>
    </message>
    <message>
        <source>The offline model needs no key.</source>
        <translation>オフラインモデルにキーは不要です。</translation>
    </message>
    <message>
        <source>The secret in the address is kept for this run only. {why}</source>
        <translation>アドレス内の秘密の値は今回だけ保持されます。{why}</translation>
    </message>
    <message>
        <source>There is no environment variable {name}, so no key is sent.</source>
        <translation>環境変数{name}がないため、キーは送信されません。</translation>
    </message>
    <message>
        <source>{model} answers: “{answer}”</source>
        <translation>{model}の回答：「{answer}」</translation>
    </message>
    <message>
        <source>{name} (copy)</source>
        <translation>{name}（コピー）</translation>
    </message>
    <message>
        <source>“{name}” has a secret that can be read in its settings, because the system keyring did not take it.</source>
        <translation>「{name}」の秘密の値が、システムのキーリングに保存できなかったため、設定から読み取れる状態です。</translation>
    </message>
    <message>
        <source>“{name}” was removed.</source>
        <translation>「{name}」を削除しました。</translation>
    </message>
</context>
<context>
    <name>Shortcuts</name>
    <message>
        <source>Choose a command, then press its new keys in the field.</source>
        <translation>コマンドを選び、入力欄で新しいキーを押してください。</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>コマンド</translation>
    </message>
    <message>
        <source>Find a command or a key</source>
        <translation>コマンドやキーを検索</translation>
    </message>
    <message>
        <source>Give every command the keys that it has at first</source>
        <translation>すべてのコマンドのキーを最初の状態に戻します</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>キーボードショートカット</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>キー</translation>
    </message>
    <message>
        <source>New keys of the chosen command</source>
        <translation>選んだコマンドの新しいキー</translation>
    </message>
    <message>
        <source>Remove keys</source>
        <translation>キーを取り除く</translation>
    </message>
    <message>
        <source>Restore defaults</source>
        <translation>既定値に戻す</translation>
    </message>
    <message>
        <source>These keys were taken from “{command}”.</source>
        <translation>このキーは「{command}」から移されました。</translation>
    </message>
</context>
<context>
    <name>SidePanel</name>
    <message>
        <source>Lens</source>
        <translation>レンズ</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>パラメータ</translation>
    </message>
    <message>
        <source>Side panel</source>
        <translation>サイドパネル</translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <source>All conversations</source>
        <translation>すべての会話</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>アーカイブ</translation>
    </message>
    <message>
        <source>Archived.</source>
        <translation>アーカイブしました。</translation>
    </message>
    <message>
        <source>Back from the archive</source>
        <translation>アーカイブから戻しました</translation>
    </message>
    <message>
        <source>Bin</source>
        <translation>ゴミ箱</translation>
    </message>
    <message>
        <source>By title</source>
        <translation>タイトル順</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>会話</translation>
    </message>
    <message>
        <source>Conversations archived: {count}.</source>
        <translation>会話をアーカイブしました：{count}件。</translation>
    </message>
    <message>
        <source>Conversations deleted: {count}.</source>
        <translation>会話を削除しました：{count}件。</translation>
    </message>
    <message>
        <source>Conversations moved to “{folder}”: {count}.</source>
        <translation>会話を「{folder}」に移動しました：{count}件。</translation>
    </message>
    <message>
        <source>Conversations restored: {count}.</source>
        <translation>会話を復元しました：{count}件。</translation>
    </message>
    <message>
        <source>Conversations taken out of the archive: {count}.</source>
        <translation>会話をアーカイブから戻しました：{count}件。</translation>
    </message>
    <message>
        <source>Conversations taken out of their folders: {count}.</source>
        <translation>会話をフォルダから出しました：{count}件。</translation>
    </message>
    <message>
        <source>Date created</source>
        <translation>作成日</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>Delete folder, keep what is in it</source>
        <translation>フォルダを削除（中身は残す）</translation>
    </message>
    <message>
        <source>Delete for good</source>
        <translation>完全に削除</translation>
    </message>
    <message>
        <source>Delete for good…</source>
        <translation>完全に削除…</translation>
    </message>
    <message>
        <source>Delete this conversation for good?</source>
        <translation>この会話を完全に削除しますか？</translation>
    </message>
    <message>
        <source>Delete {count} conversations for good?</source>
        <translation>{count}件の会話を完全に削除しますか？</translation>
    </message>
    <message>
        <source>Deleted for good after {days} days.</source>
        <translation>{days}日後に完全に削除されます。</translation>
    </message>
    <message>
        <source>Empty the bin…</source>
        <translation>ゴミ箱を空にする…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>書き出す…</translation>
    </message>
    <message>
        <source>Folders and places</source>
        <translation>フォルダと場所</translation>
    </message>
    <message>
        <source>In messages, newest first</source>
        <translation>メッセージ内（新しい順）</translation>
    </message>
    <message>
        <source>In titles</source>
        <translation>タイトル内</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>過去30日間</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>過去7日間</translation>
    </message>
    <message>
        <source>Last change</source>
        <translation>最終更新</translation>
    </message>
    <message>
        <source>Mark as read</source>
        <translation>既読にする</translation>
    </message>
    <message>
        <source>Mark as unread</source>
        <translation>未読にする</translation>
    </message>
    <message>
        <source>Move to folder</source>
        <translation>フォルダに移動</translation>
    </message>
    <message>
        <source>Moved to “{folder}”.</source>
        <translation>「{folder}」に移動しました。</translation>
    </message>
    <message>
        <source>Name of the folder:</source>
        <translation>フォルダの名前：</translation>
    </message>
    <message>
        <source>New conversation</source>
        <translation>新しい会話</translation>
    </message>
    <message>
        <source>New folder</source>
        <translation>新しいフォルダ</translation>
    </message>
    <message>
        <source>New folder…</source>
        <translation>新しいフォルダ…</translation>
    </message>
    <message>
        <source>No conversation has this tag.</source>
        <translation>このタグの付いた会話はありません。</translation>
    </message>
    <message>
        <source>No folder</source>
        <translation>フォルダなし</translation>
    </message>
    <message>
        <source>No message contains these words.</source>
        <translation>これらの語を含むメッセージはありません。</translation>
    </message>
    <message>
        <source>Order and places of the list</source>
        <translation>リストの並び順と場所</translation>
    </message>
    <message>
        <source>Pin to the top</source>
        <translation>一番上にピン留め</translation>
    </message>
    <message>
        <source>Pinned</source>
        <translation>ピン留め</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>名前を変更</translation>
    </message>
    <message>
        <source>Rename folder</source>
        <translation>フォルダの名前を変更</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>復元</translation>
    </message>
    <message>
        <source>Restored.</source>
        <translation>復元しました。</translation>
    </message>
    <message>
        <source>Search all messages</source>
        <translation>すべてのメッセージを検索</translation>
    </message>
    <message>
        <source>Search messages</source>
        <translation>メッセージを検索</translation>
    </message>
    <message>
        <source>Select nothing more</source>
        <translation>選択を解除</translation>
    </message>
    <message>
        <source>Selected conversations</source>
        <translation>選択した会話</translation>
    </message>
    <message>
        <source>Selected: {count}</source>
        <translation>{count} 件を選択中</translation>
    </message>
    <message>
        <source>Show the archive</source>
        <translation>アーカイブを表示</translation>
    </message>
    <message>
        <source>Show the bin</source>
        <translation>ゴミ箱を表示</translation>
    </message>
    <message>
        <source>Sort by</source>
        <translation>並べ替え</translation>
    </message>
    <message>
        <source>Tagged #{tag}.</source>
        <translation>#{tag}のタグを付けました。</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>タグ</translation>
    </message>
    <message>
        <source>Tags, separated by commas:</source>
        <translation>タグ（コンマ区切り）：</translation>
    </message>
    <message>
        <source>Tags…</source>
        <translation>タグ…</translation>
    </message>
    <message>
        <source>Taken out of its folder.</source>
        <translation>フォルダから出しました。</translation>
    </message>
    <message>
        <source>Taken out of the archive.</source>
        <translation>アーカイブから戻しました。</translation>
    </message>
    <message>
        <source>The archive is empty.</source>
        <translation>アーカイブは空です。</translation>
    </message>
    <message>
        <source>The bin is empty.</source>
        <translation>ゴミ箱は空です。</translation>
    </message>
    <message>
        <source>The folder “{folder}” was deleted.</source>
        <translation>フォルダ「{folder}」を削除しました。</translation>
    </message>
    <message>
        <source>The tags were changed.</source>
        <translation>タグを変更しました。</translation>
    </message>
    <message>
        <source>This cannot be undone. Backups made earlier still hold what is deleted.</source>
        <translation>この操作は元に戻せません。以前のバックアップには削除した内容が残ります。</translation>
    </message>
    <message>
        <source>This folder is empty. Drag conversations onto it.</source>
        <translation>このフォルダは空です。会話をドラッグして入れてください。</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>タイトル</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今日</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>ピン留めを外す</translation>
    </message>
    <message>
        <source>Words, and if you like:
from:user · model:gpt · before:2026-03 · after:2025-12-24 · tag:work · &quot;these exact words&quot;</source>
        <translation>検索語。次の条件も使えます：
from:user · model:gpt · before:2026-03 · after:2025-12-24 · tag:work · &quot;そのままの語句&quot;</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>昨日</translation>
    </message>
    <message>
        <source>answering</source>
        <translation>回答中</translation>
    </message>
    <message>
        <source>new answer</source>
        <translation>新しい回答</translation>
    </message>
    <message>
        <source>pinned</source>
        <translation>ピン留め</translation>
    </message>
    <message>
        <source>Your conversations will be listed here.</source>
        <translation>会話がここに表示されます。</translation>
    </message>
    <message>
        <source>“{title}” was deleted.</source>
        <translation>「{title}」を削除しました。</translation>
    </message>
</context>
<context>
    <name>Sound</name>
    <message>
        <source>Close the player</source>
        <translation>プレーヤーを閉じる</translation>
    </message>
    <message>
        <source>No sound device</source>
        <translation>音声装置がありません</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>一時停止</translation>
    </message>
    <message>
        <source>Place in the sound</source>
        <translation>音声の再生位置</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>再生</translation>
    </message>
    <message>
        <source>Playing needs the optional part “audio”; saving works.</source>
        <translation>再生には追加機能「audio」が必要です。保存はできます。</translation>
    </message>
    <message>
        <source>Save the sound</source>
        <translation>音声を保存</translation>
    </message>
    <message>
        <source>Save the sound…</source>
        <translation>音声を保存…</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>音声</translation>
    </message>
</context>
<context>
    <name>Spelling</name>
    <message>
        <source>Add “{word}” to the dictionary</source>
        <translation>「{word}」を辞書に追加</translation>
    </message>
    <message>
        <source>Looking for suggestions…</source>
        <translation>候補を検索中…</translation>
    </message>
    <message>
        <source>No suggestions</source>
        <translation>候補はありません</translation>
    </message>
</context>
<context>
    <name>Status</name>
    <message>
        <source>A call of a tool waits for your decision.</source>
        <translation>ツールの呼び出しがあなたの判断を待っています。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Running tools…</source>
        <translation>ツールを実行中…</translation>
    </message>
    <message>
        <source>Starting the offline model…</source>
        <translation>オフラインモデルを起動中…</translation>
    </message>
    <message>
        <source>The model would like to go on calling tools.</source>
        <translation>モデルはツールの呼び出しを続けようとしています。</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>今すぐ試す</translation>
    </message>
    <message>
        <source>Trying again in {seconds} s.</source>
        <translation>{seconds} 秒後に再試行します。</translation>
    </message>
    <message>
        <source>Waiting for the answer…</source>
        <translation>回答を待っています…</translation>
    </message>
</context>
<context>
    <name>Storage</name>
    <message>
        <source>Not saved yet: {problem} It is tried again every few seconds.</source>
        <translation>未保存：{problem} 数秒ごとに再試行します。</translation>
    </message>
    <message>
        <source>The database is damaged. Restart the app to restore a backup.</source>
        <translation>データベースが壊れています。アプリを再起動してバックアップを復元してください。</translation>
    </message>
    <message>
        <source>The disk is nearly full: {free} left. Make room soon.</source>
        <translation>ディスクがほぼいっぱいです（残り{free}）。早めに空き容量を作ってください。</translation>
    </message>
</context>
<context>
    <name>Store</name>
    <message>
        <source>A newer version of the app wrote this profile.</source>
        <translation>このプロファイルは新しいバージョンのアプリで書き込まれています。</translation>
    </message>
    <message>
        <source>Another program uses the database: not saved.</source>
        <translation>別のプログラムがデータベースを使用中のため、保存していません。</translation>
    </message>
    <message>
        <source>Check its permissions, or start with --profile DIR.</source>
        <translation>アクセス権を確認するか、--profile DIRで起動してください。</translation>
    </message>
    <message>
        <source>It is tried again.</source>
        <translation>再試行されます。</translation>
    </message>
    <message>
        <source>Make room. What is not saved is kept in memory and tried again.</source>
        <translation>空き容量を作ってください。未保存の内容はメモリに保持され、再試行されます。</translation>
    </message>
    <message>
        <source>Restart the app to restore a backup.</source>
        <translation>アプリを再起動してバックアップを復元してください。</translation>
    </message>
    <message>
        <source>The database is damaged.</source>
        <translation>データベースが壊れています。</translation>
    </message>
    <message>
        <source>The disk is full or failing: not saved.</source>
        <translation>ディスクがいっぱいか故障しているため、保存していません。</translation>
    </message>
    <message>
        <source>The profile folder cannot be written to.</source>
        <translation>プロファイルのフォルダに書き込めません。</translation>
    </message>
    <message>
        <source>This message is damaged on the disk.</source>
        <translation>このメッセージはディスク上で壊れています。</translation>
    </message>
    <message>
        <source>Update the app, or start with another --profile.</source>
        <translation>アプリを更新するか、別の--profileで起動してください。</translation>
    </message>
</context>
<context>
    <name>Sweep</name>
    <message>
        <source>Across</source>
        <translation>横</translation>
    </message>
    <message>
        <source>And</source>
        <translation>さらに</translation>
    </message>
    <message>
        <source>Answer of this cell</source>
        <translation>このセルの回答</translation>
    </message>
    <message>
        <source>Answer {number}</source>
        <translation>回答{number}</translation>
    </message>
    <message>
        <source>Answer, or the difference of two</source>
        <translation>回答、または2つの違い</translation>
    </message>
    <message>
        <source>Answers a cell</source>
        <translation>セルごとの回答数</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>質問</translation>
    </message>
    <message>
        <source>At most {values} values an axis and {runs} requests.</source>
        <translation>1軸に最大{values}個の値、リクエストは最大{runs}件です。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Cells of the sweep</source>
        <translation>スイープのセル</translation>
    </message>
    <message>
        <source>Choose a cell to read it; two cells to see how their words differ.</source>
        <translation>セルを選ぶと内容を、2つ選ぶと語の違いを表示します。</translation>
    </message>
    <message>
        <source>Compare all with this</source>
        <translation>これとすべてを比較</translation>
    </message>
    <message>
        <source>Continue from this answer</source>
        <translation>この回答から続ける</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>縦</translation>
    </message>
    <message>
        <source>Each axis must vary something else.</source>
        <translation>各軸では異なるものを変えてください。</translation>
    </message>
    <message>
        <source>Export CSV…</source>
        <translation>CSVを書き出す…</translation>
    </message>
    <message>
        <source>Export JSON…</source>
        <translation>JSONを書き出す…</translation>
    </message>
    <message>
        <source>Export sweep</source>
        <translation>スイープを書き出す</translation>
    </message>
    <message>
        <source>From {left} to {right}</source>
        <translation>{left}から{right}へ</translation>
    </message>
    <message>
        <source>Give each axis at least one value.</source>
        <translation>各軸に少なくとも1つの値を入れてください。</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>続ける</translation>
    </message>
    <message>
        <source>It must lie between 0 and 1.</source>
        <translation>0から1の間でなければなりません。</translation>
    </message>
    <message>
        <source>Min P</source>
        <translation>Min P</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>モデル</translation>
    </message>
    <message>
        <source>New sweep</source>
        <translation>新しいスイープ</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>回答なし</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>Numbers, with commas between them</source>
        <translation>数値（コンマ区切り）</translation>
    </message>
    <message>
        <source>One to a line</source>
        <translation>1行に1つ</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>一時停止</translation>
    </message>
    <message>
        <source>Price of a million answer tokens</source>
        <translation>回答100万トークンの価格</translation>
    </message>
    <message>
        <source>Price of a million prompt tokens</source>
        <translation>プロンプト100万トークンの価格</translation>
    </message>
    <message>
        <source>Price of a million tokens</source>
        <translation>100万トークンの価格</translation>
    </message>
    <message>
        <source>Requests at once</source>
        <translation>同時リクエスト数</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>シード</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>開始</translation>
    </message>
    <message>
        <source>Sweep</source>
        <translation>スイープ</translation>
    </message>
    <message>
        <source>Sweeps of this conversation</source>
        <translation>この会話のスイープ</translation>
    </message>
    <message>
        <source>System message</source>
        <translation>システムメッセージ</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>温度</translation>
    </message>
    <message>
        <source>The endpoint is gone.</source>
        <translation>エンドポイントがなくなりました。</translation>
    </message>
    <message>
        <source>The question was deleted.</source>
        <translation>質問は削除されました。</translation>
    </message>
    <message>
        <source>The settings of the cell are in use.</source>
        <translation>セルの設定を使っています。</translation>
    </message>
    <message>
        <source>The sweep was deleted with its answers.</source>
        <translation>スイープとその回答を削除しました。</translation>
    </message>
    <message>
        <source>There is nothing to ask yet.</source>
        <translation>尋ねる内容がまだありません。</translation>
    </message>
    <message>
        <source>Top P</source>
        <translation>Top P</translation>
    </message>
    <message>
        <source>Use these settings</source>
        <translation>この設定を使う</translation>
    </message>
    <message>
        <source>Values of axis {number}</source>
        <translation>軸{number}の値</translation>
    </message>
    <message>
        <source>What axis {number} varies</source>
        <translation>軸{number}で変えるもの</translation>
    </message>
    <message>
        <source>What the cells are measured by</source>
        <translation>セルの評価方法</translation>
    </message>
    <message>
        <source>Write a message first, it will be asked.</source>
        <translation>先にメッセージを入力してください。それが質問になります。</translation>
    </message>
    <message>
        <source>about {tokens} prompt tokens</source>
        <translation>プロンプト約{tokens}トークン</translation>
    </message>
    <message>
        <source>answer, as your provider states them</source>
        <translation>回答（プロバイダーの提示価格）</translation>
    </message>
    <message>
        <source>answers of any length: set Max tokens to limit them</source>
        <translation>回答の長さは無制限です。最大トークン数で制限できます</translation>
    </message>
    <message>
        <source>at most {cost}</source>
        <translation>最大{cost}</translation>
    </message>
    <message>
        <source>at most {tokens} answer tokens</source>
        <translation>回答最大{tokens}トークン</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>キャンセル済み</translation>
    </message>
    <message>
        <source>no price: enter yours to see the cost</source>
        <translation>価格なし：入力すると費用がわかります</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>一時停止中</translation>
    </message>
    <message>
        <source>prompt</source>
        <translation>プロンプト</translation>
    </message>
    <message>
        <source>the server is busy: going on in {seconds} s</source>
        <translation>サーバーが混み合っています。{seconds}秒後に続行</translation>
    </message>
    <message>
        <source>{axis} {value}: {problem}</source>
        <translation>{axis} {value}：{problem}</translation>
    </message>
    <message>
        <source>{count} requests</source>
        <translation>リクエスト{count}件</translation>
    </message>
    <message>
        <source>{done} of {all} answers</source>
        <translation>回答{done} / {all}件</translation>
    </message>
    <message>
        <source>{done} of {count}</source>
        <translation>{count}件中{done}件</translation>
    </message>
    <message>
        <source>{failed} failed</source>
        <translation>失敗{failed}件</translation>
    </message>
    <message>
        <source>{tokens} prompt tokens</source>
        <translation>プロンプト{tokens}トークン</translation>
    </message>
    <message>
        <source>“{field}” cannot be sent: {problem}</source>
        <translation>「{field}」を送信できません：{problem}</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>(no model)</source>
        <translation>（モデルなし）</translation>
    </message>
    <message>
        <source>(no text)</source>
        <translation>（テキストなし）</translation>
    </message>
    <message>
        <source>Approval</source>
        <translation>承認</translation>
    </message>
    <message>
        <source>Arguments</source>
        <translation>引数</translation>
    </message>
    <message>
        <source>Build</source>
        <translation>組み立て</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>チャット</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>接続</translation>
    </message>
    <message>
        <source>End</source>
        <translation>終了</translation>
    </message>
    <message>
        <source>First byte</source>
        <translation>最初のバイト</translation>
    </message>
    <message>
        <source>List of models</source>
        <translation>モデルの一覧</translation>
    </message>
    <message>
        <source>Reasoning</source>
        <translation>推論</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>送信</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>サイズ</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>段階</translation>
    </message>
    <message>
        <source>Sweeps</source>
        <translation>スイープ</translation>
    </message>
    <message>
        <source>TLS</source>
        <translation>TLS</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>テキスト</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>時間</translation>
    </message>
    <message>
        <source>Titles</source>
        <translation>タイトル</translation>
    </message>
    <message>
        <source>Tool</source>
        <translation>ツール</translation>
    </message>
    <message>
        <source>Trial</source>
        <translation>試験</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>待機</translation>
    </message>
    <message>
        <source>Waterfall</source>
        <translation>ウォーターフォール</translation>
    </message>
    <message>
        <source>Zoom with Ctrl and the wheel or with + and −. A double click zooms to a row, another one back.</source>
        <translation>Ctrl とホイール、または + と − で拡大・縮小します。ダブルクリックで行に合わせて拡大し、もう一度で元に戻ります。</translation>
    </message>
    <message>
        <source>allowed</source>
        <translation>許可</translation>
    </message>
    <message>
        <source>attempt {number}</source>
        <translation>{number}回目の試行</translation>
    </message>
    <message>
        <source>by hand</source>
        <translation>手動</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>キャンセル済み</translation>
    </message>
    <message>
        <source>denied</source>
        <translation>拒否</translation>
    </message>
    <message>
        <source>done</source>
        <translation>完了</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失敗</translation>
    </message>
    <message>
        <source>running</source>
        <translation>実行中</translation>
    </message>
    <message>
        <source>sending</source>
        <translation>送信中</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>待機中</translation>
    </message>
</context>
<context>
    <name>Titles</name>
    <message>
        <source>Choose a model for this conversation first.</source>
        <translation>先にこの会話のモデルを選んでください。</translation>
    </message>
    <message>
        <source>Writing a title…</source>
        <translation>タイトルを作成中…</translation>
    </message>
    <message>
        <source>{model} writes the titles from now on.</source>
        <translation>今後は{model}がタイトルを付けます。</translation>
    </message>
</context>
<context>
    <name>ToolApproval</name>
    <message>
        <source>This is not as it was when you agreed to it:</source>
        <translation>同意したときとは内容が変わっています：</translation>
    </message>
    <message>
        <source>in the folder {folder}</source>
        <translation>フォルダ{folder}で</translation>
    </message>
    <message>
        <source>with values of your own variables: {names}</source>
        <translation>あなたの環境変数の値を使用: {names}</translation>
    </message>
</context>
<context>
    <name>ToolArguments</name>
    <message>
        <source>Arguments as JSON</source>
        <translation>JSONの引数</translation>
    </message>
    <message>
        <source>Arguments of “{tool}”</source>
        <translation>「{tool}」の引数</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>フォーム</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>What is written for “{name}” is no value.</source>
        <translation>「{name}」に書かれているものは値ではありません。</translation>
    </message>
    <message>
        <source>Run anyway</source>
        <translation>それでも実行</translation>
    </message>
    <message>
        <source>Run with these</source>
        <translation>この引数で実行</translation>
    </message>
    <message>
        <source>These arguments fit the tool&apos;s schema.</source>
        <translation>これらの引数はツールのスキーマに適合しています。</translation>
    </message>
</context>
<context>
    <name>ToolCall</name>
    <message>
        <source>(no output)</source>
        <translation>（出力なし）</translation>
    </message>
    <message>
        <source>A malformed result</source>
        <translation>不正な形式の結果</translation>
    </message>
    <message>
        <source>A timeout</source>
        <translation>タイムアウト</translation>
    </message>
    <message>
        <source>Allow</source>
        <translation>許可</translation>
    </message>
    <message>
        <source>Always for this tool</source>
        <translation>このツールでは常に</translation>
    </message>
    <message>
        <source>An empty result</source>
        <translation>空の結果</translation>
    </message>
    <message>
        <source>An error</source>
        <translation>エラー</translation>
    </message>
    <message>
        <source>Arguments</source>
        <translation>引数</translation>
    </message>
    <message>
        <source>By hand</source>
        <translation>手動で</translation>
    </message>
    <message>
        <source>Deny</source>
        <translation>拒否</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>説明</translation>
    </message>
    <message>
        <source>Edit arguments…</source>
        <translation>引数を編集…</translation>
    </message>
    <message>
        <source>For how long</source>
        <translation>許可の期間</translation>
    </message>
    <message>
        <source>In this conversation</source>
        <translation>この会話の間</translation>
    </message>
    <message>
        <source>Inject a fault</source>
        <translation>障害を注入</translation>
    </message>
    <message>
        <source>Just this once</source>
        <translation>今回だけ</translation>
    </message>
    <message>
        <source>Reason to tell the model, if you deny it</source>
        <translation>拒否する場合にモデルへ伝える理由</translation>
    </message>
    <message>
        <source>Reason, if you deny it</source>
        <translation>拒否する場合の理由</translation>
    </message>
    <message>
        <source>Replay a recorded result</source>
        <translation>記録された結果を再生</translation>
    </message>
    <message>
        <source>Result for the model</source>
        <translation>モデルに渡す結果</translation>
    </message>
    <message>
        <source>Run “{tool}” of the server “{server}”?</source>
        <translation>サーバー「{server}」の「{tool}」を実行しますか？</translation>
    </message>
    <message>
        <source>Send result</source>
        <translation>結果を送信</translation>
    </message>
    <message>
        <source>Start the server…</source>
        <translation>サーバーを起動…</translation>
    </message>
    <message>
        <source>The answer was cut off at the token limit, perhaps within this call.</source>
        <translation>トークン数の上限で回答が打ち切られました。この呼び出しの途中かもしれません。</translation>
    </message>
    <message>
        <source>The arguments fit the tool&apos;s schema.</source>
        <translation>引数はツールのスキーマに適合しています。</translation>
    </message>
    <message>
        <source>The model calls “{tool}” of “{server}”, which does not run.</source>
        <translation>モデルが「{server}」の「{tool}」を呼び出していますが、サーバーは動作していません。</translation>
    </message>
    <message>
        <source>The model calls “{tool}”. What does it answer?</source>
        <translation>モデルが「{tool}」を呼び出しました。何と答えますか？</translation>
    </message>
    <message>
        <source>The server has changed this tool since you last agreed to it:</source>
        <translation>前回の承認以降、サーバーがこのツールを変更しました：</translation>
    </message>
    <message>
        <source>Type or paste the result for the model</source>
        <translation>モデルに渡す結果を入力または貼り付け</translation>
    </message>
    <message>
        <source>Type the result…</source>
        <translation>結果を入力…</translation>
    </message>
    <message>
        <source>What was changed</source>
        <translation>変更された内容</translation>
    </message>
    <message>
        <source>{count} more waiting</source>
        <translation>ほか{count}件が待機中</translation>
    </message>
</context>
<context>
    <name>ToolFunctions</name>
    <message>
        <source>Another function has this name.</source>
        <translation>この名前の関数は別にあります。</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>説明</translation>
    </message>
    <message>
        <source>Functions</source>
        <translation>関数</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>読み込む…</translation>
    </message>
    <message>
        <source>Letters, digits, _ and -, at most 64</source>
        <translation>英数字、_、-、最大64文字</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新規</translation>
    </message>
    <message>
        <source>No functions yet. Write one here, or import some.</source>
        <translation>関数はまだありません。ここで書くか、読み込んでください。</translation>
    </message>
    <message>
        <source>Parameters (JSON Schema)</source>
        <translation>パラメータ（JSON Schema）</translation>
    </message>
    <message>
        <source>Parameters as JSON Schema</source>
        <translation>パラメータのJSON Schema</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>The form that results</source>
        <translation>できあがるフォーム</translation>
    </message>
    <message>
        <source>This is a sound JSON Schema.</source>
        <translation>これは正しいJSON Schemaです。</translation>
    </message>
</context>
<context>
    <name>ToolImport</name>
    <message>
        <source>Import</source>
        <translation>読み込む</translation>
    </message>
    <message>
        <source>Open file…</source>
        <translation>ファイルを開く…</translation>
    </message>
</context>
<context>
    <name>ToolOffers</name>
    <message>
        <source>Ask for every call again</source>
        <translation>呼び出しのたびに再び確認する</translation>
    </message>
    <message>
        <source>Calls in one answer</source>
        <translation>1つの回答での呼び出し</translation>
    </message>
    <message>
        <source>Find a tool</source>
        <translation>ツールを探す</translation>
    </message>
    <message>
        <source>Parallel tool calls</source>
        <translation>並列ツール呼び出し</translation>
    </message>
    <message>
        <source>Review the change…</source>
        <translation>変更を確認…</translation>
    </message>
    <message>
        <source>The model</source>
        <translation>モデル</translation>
    </message>
    <message>
        <source>There are no tools yet. Write a function, or add a server.</source>
        <translation>ツールはまだありません。関数を書くか、サーバーを追加してください。</translation>
    </message>
    <message>
        <source>Tool choice</source>
        <translation>ツールの選択</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>ツール</translation>
    </message>
    <message>
        <source>What is checked here is sent with every request of this conversation. Every call still waits for your decision.</source>
        <translation>ここで選んだものは、この会話のすべてのリクエストと一緒に送信されます。呼び出しは引き続きあなたの判断を待ちます。</translation>
    </message>
    <message>
        <source>What the model is told of it</source>
        <translation>モデルに伝えられる内容</translation>
    </message>
    <message>
        <source>Written by hand</source>
        <translation>手書き</translation>
    </message>
    <message>
        <source>allowed in this conversation</source>
        <translation>この会話で許可済み</translation>
    </message>
    <message>
        <source>always allowed</source>
        <translation>常に許可</translation>
    </message>
    <message>
        <source>as the server likes (not sent)</source>
        <translation>サーバーに任せる（送信しない）</translation>
    </message>
    <message>
        <source>as the side panel says</source>
        <translation>サイドパネルのとおり</translation>
    </message>
    <message>
        <source>changed since you agreed to it</source>
        <translation>同意のあとに変更あり</translation>
    </message>
    <message>
        <source>decides itself (auto)</source>
        <translation>自分で決める（auto）</translation>
    </message>
    <message>
        <source>decides itself (not sent)</source>
        <translation>自分で決める（送信しない）</translation>
    </message>
    <message>
        <source>must call a tool (required)</source>
        <translation>ツールの呼び出しが必須（required）</translation>
    </message>
    <message>
        <source>must call {name}</source>
        <translation>{name}の呼び出しが必須</translation>
    </message>
    <message>
        <source>must not call any (none)</source>
        <translation>呼び出し禁止（none）</translation>
    </message>
    <message>
        <source>one at a time (false)</source>
        <translation>1つずつ（false）</translation>
    </message>
    <message>
        <source>several at once (true)</source>
        <translation>複数同時（true）</translation>
    </message>
</context>
<context>
    <name>ToolResult</name>
    <message>
        <source>A recorded result</source>
        <translation>記録された結果</translation>
    </message>
    <message>
        <source>An injected fault</source>
        <translation>注入された障害</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Cancelled while it ran</source>
        <translation>実行中にキャンセルされました</translation>
    </message>
    <message>
        <source>Cancelled; it did not run</source>
        <translation>キャンセルされました。実行はされていません</translation>
    </message>
    <message>
        <source>Cannot be decoded; not sent</source>
        <translation>デコードできません。送信していません</translation>
    </message>
    <message>
        <source>Copy the address</source>
        <translation>アドレスをコピー</translation>
    </message>
    <message>
        <source>Data of another kind; not sent</source>
        <translation>種類の異なるデータ。送信していません</translation>
    </message>
    <message>
        <source>Denied by you</source>
        <translation>あなたが拒否</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完了</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失敗</translation>
    </message>
    <message>
        <source>From the app</source>
        <translation>アプリより</translation>
    </message>
    <message>
        <source>It ran with arguments that you edited:</source>
        <translation>あなたが編集した引数で実行されました：</translation>
    </message>
    <message>
        <source>No data; not sent</source>
        <translation>データなし。送信していません</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>再生</translation>
    </message>
    <message>
        <source>Refused by the app</source>
        <translation>アプリが拒否</translation>
    </message>
    <message>
        <source>Result for the model</source>
        <translation>モデルに渡す結果</translation>
    </message>
    <message>
        <source>Running: {done}</source>
        <translation>実行中：{done}</translation>
    </message>
    <message>
        <source>Running: {done} of {total}</source>
        <translation>実行中：{total}件中{done}件</translation>
    </message>
    <message>
        <source>Running…</source>
        <translation>実行中…</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>名前を付けて保存…</translation>
    </message>
    <message>
        <source>Save the file</source>
        <translation>ファイルを保存</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>送信</translation>
    </message>
    <message>
        <source>The app ended before you decided about this call; it did not run.</source>
        <translation>この呼び出しの判断の前にアプリが終了しました。実行されていません。</translation>
    </message>
    <message>
        <source>The app ended while this call ran; what it brought is not known.</source>
        <translation>この呼び出しの実行中にアプリが終了しました。結果は不明です。</translation>
    </message>
    <message>
        <source>The result is not what the tool promised:</source>
        <translation>結果はツールが約束した形ではありません：</translation>
    </message>
    <message>
        <source>The tool failed</source>
        <translation>ツールが失敗した</translation>
    </message>
    <message>
        <source>Typed by you</source>
        <translation>あなたが入力</translation>
    </message>
    <message>
        <source>Waits for your decision</source>
        <translation>あなたの判断待ち</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>ほか{count}件</translation>
    </message>
    <message>
        <source>fits its output schema</source>
        <translation>出力スキーマに適合</translation>
    </message>
    <message>
        <source>not sent</source>
        <translation>送信しない</translation>
    </message>
    <message>
        <source>{count} more characters are not shown; Copy has all of them.</source>
        <translation>残り{count}文字は表示されていません。「コピー」では全体をコピーします。</translation>
    </message>
    <message>
        <source>{count} more parts are not shown.</source>
        <translation>さらに {count} 個の部分は表示していません。</translation>
    </message>
    <message>
        <source>{name} cannot be decoded.</source>
        <translation>{name} をデコードできません。</translation>
    </message>
</context>
<context>
    <name>ToolServers</name>
    <message>
        <source>A new server</source>
        <translation>新しいサーバー</translation>
    </message>
    <message>
        <source>A program on this computer</source>
        <translation>このコンピュータ上のプログラム</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>アドレス</translation>
    </message>
    <message>
        <source>An address (streamable HTTP)</source>
        <translation>アドレス（ストリーミング可能なHTTP）</translation>
    </message>
    <message>
        <source>Another server has this name.</source>
        <translation>この名前のサーバーは別にあります。</translation>
    </message>
    <message>
        <source>App of your own</source>
        <translation>登録したアプリ</translation>
    </message>
    <message>
        <source>Arguments, one a line</source>
        <translation>引数（1行に1つ）</translation>
    </message>
    <message>
        <source>Can write or run programs</source>
        <translation>書き込みやプログラムの実行が可能</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Choose tools…</source>
        <translation>ツールを選ぶ…</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>消去</translation>
    </message>
    <message>
        <source>Client ID</source>
        <translation>クライアント ID</translation>
    </message>
    <message>
        <source>Client secret</source>
        <translation>クライアントシークレット</translation>
    </message>
    <message>
        <source>Copy address</source>
        <translation>アドレスをコピー</translation>
    </message>
    <message>
        <source>Copy all</source>
        <translation>すべてコピー</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>フォルダ</translation>
    </message>
    <message>
        <source>Headers, NAME=value</source>
        <translation>ヘッダー（名前=値）</translation>
    </message>
    <message>
        <source>ID, if it is asked for</source>
        <translation>ID（求められた場合のみ）</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>読み込む…</translation>
    </message>
    <message>
        <source>It asks you to sign in at {host}.</source>
        <translation>{host} でのサインインを求めています。</translation>
    </message>
    <message>
        <source>Its tools are then never allowed for always.</source>
        <translation>そのツールは「常に許可」にはできません。</translation>
    </message>
    <message>
        <source>Line {number} has no name before the “=”.</source>
        <translation>{number} 行目の「=」の前に名前がありません。</translation>
    </message>
    <message>
        <source>Line {number} has no “=” between name and value.</source>
        <translation>{number} 行目の名前と値の間に「=」がありません。</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>ログ</translation>
    </message>
    <message>
        <source>Look at it</source>
        <translation>見る</translation>
    </message>
    <message>
        <source>Move into the variables</source>
        <translation>変数に移す</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新規</translation>
    </message>
    <message>
        <source>No browser could be opened. Copy the address, and open it in one yourself.</source>
        <translation>ブラウザーを開けませんでした。アドレスをコピーして、ご自身でブラウザーで開いてください。</translation>
    </message>
    <message>
        <source>No servers yet. Describe one here, or import another program&apos;s file.</source>
        <translation>サーバーはまだありません。ここで設定するか、他のプログラムのファイルを読み込んでください。</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>今はしない</translation>
    </message>
    <message>
        <source>Nothing was written yet.</source>
        <translation>まだ何も書かれていません。</translation>
    </message>
    <message>
        <source>Only where apps must be registered first. The address to come back to:</source>
        <translation>アプリの事前登録が必要なサーバーの場合だけ入力します。戻り先のアドレス：</translation>
    </message>
    <message>
        <source>Port that the browser comes back to</source>
        <translation>ブラウザーが戻るポート</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>プログラム</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>再起動</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Servers</source>
        <translation>サーバー</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>Sign in…</source>
        <translation>サインイン…</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>サインアウト</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>開始</translation>
    </message>
    <message>
        <source>Start a tool server</source>
        <translation>ツールサーバーを起動</translation>
    </message>
    <message>
        <source>Start for this run: {names}?</source>
        <translation>この実行で開始しますか: {names}?</translation>
    </message>
    <message>
        <source>Start it</source>
        <translation>起動する</translation>
    </message>
    <message>
        <source>Start with the app</source>
        <translation>アプリと一緒に起動</translation>
    </message>
    <message>
        <source>Start…</source>
        <translation>起動…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>The command line named them. They run as you; their tools are offered in the conversations of this run, and each call still waits for your decision.</source>
        <translation>コマンドラインで指定されました。あなたの権限で動きます。そのツールはこの実行の会話で提供され、呼び出しごとにあなたの判断を待ちます。</translation>
    </message>
    <message>
        <source>The page where you sign in to the tool server “{name}”:</source>
        <translation>ツールサーバー「{name}」にサインインするページ：</translation>
    </message>
    <message>
        <source>The server “{name}” is reached at this address, with these headers:</source>
        <translation>サーバー「{name}」には、このアドレスとヘッダーで接続します：</translation>
    </message>
    <message>
        <source>The server “{name}” runs this program on your computer, as you:</source>
        <translation>サーバー「{name}」は、あなたのコンピュータ上であなたの権限でこのプログラムを実行します：</translation>
    </message>
    <message>
        <source>The server “{name}” was deleted.</source>
        <translation>サーバー「{name}」を削除しました。</translation>
    </message>
    <message>
        <source>The system&apos;s keyring did not take the sign-in to “{name}”; it holds until the app ends.</source>
        <translation>システムのキーリングが「{name}」へのサインインを保存できませんでした。アプリの終了まで有効です。</translation>
    </message>
    <message>
        <source>The system&apos;s keyring did not take the values of “{name}”; they are known until the app ends.</source>
        <translation>システムのキーリングが「{name}」の値を受け付けませんでした。アプリが終了するまでは保持されます。</translation>
    </message>
    <message>
        <source>There seems to be a key among the arguments ({names}). Arguments are saved as they are, on the disk; variables go into the keyring.</source>
        <translation>引数にキーが含まれているようです（{names}）。引数はそのままディスクに保存されますが、変数はキーリングに入ります。</translation>
    </message>
    <message>
        <source>There seems to be a key in the address, which is saved as it is, on the disk. Use a header instead: headers go into the keyring.</source>
        <translation>アドレスにキーが含まれているようです。アドレスはそのままディスクに保存されます。代わりにヘッダーを使ってください。ヘッダーはキーリングに入ります。</translation>
    </message>
    <message>
        <source>This page belongs to no sign-in that the app waits for.</source>
        <translation>このページは、アプリが待っているサインインのものではありません。</translation>
    </message>
    <message>
        <source>Tools offered in this conversation: {count}</source>
        <translation>この会話で提供するツール: {count}</translation>
    </message>
    <message>
        <source>Values go into the system&apos;s keyring and are not shown again.</source>
        <translation>値はシステムのキーリングに保存され、再び表示されることはありません。</translation>
    </message>
    <message>
        <source>Variables, NAME=value</source>
        <translation>変数（名前=値）</translation>
    </message>
    <message>
        <source>Waiting for your browser: sign in there at {host}, and come back.</source>
        <translation>ブラウザーを待っています。{host} でサインインして、ここに戻ってください。</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>種類</translation>
    </message>
    <message>
        <source>What would be run</source>
        <translation>実行されるもの</translation>
    </message>
    <message>
        <source>You are signed in. You can close this page and go back to the app.</source>
        <translation>サインインしました。このページを閉じて、アプリに戻ってください。</translation>
    </message>
    <message>
        <source>You were not signed in. You can close this page; the app says why.</source>
        <translation>サインインできませんでした。このページは閉じてかまいません。理由はアプリに表示されます。</translation>
    </message>
    <message>
        <source>any port</source>
        <translation>任意のポート</translation>
    </message>
    <message>
        <source>changed since you agreed to it:</source>
        <translation>同意した後に変更されました:</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失敗</translation>
    </message>
    <message>
        <source>not started</source>
        <translation>未起動</translation>
    </message>
    <message>
        <source>runs, {count} tools</source>
        <translation>実行中、ツール{count}個</translation>
    </message>
    <message>
        <source>secret, if any</source>
        <translation>シークレット（あれば）</translation>
    </message>
    <message>
        <source>secret: kept</source>
        <translation>シークレット：保存済み</translation>
    </message>
    <message>
        <source>starting…</source>
        <translation>起動中…</translation>
    </message>
    <message>
        <source>{state}; others were left out, see its log</source>
        <translation>{state}。他は除外されました（ログを参照）</translation>
    </message>
</context>
<context>
    <name>Tools</name>
    <message>
        <source>A batch file cannot be given arguments with one of these: &amp; | &gt; &lt; ^ &quot; %</source>
        <translation>バッチファイルの引数に次の文字は使えません：&amp; | &gt; &lt; ^ &quot; %</translation>
    </message>
    <message>
        <source>A changed tool</source>
        <translation>変更されたツール</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>すべてのファイル</translation>
    </message>
    <message>
        <source>Decide again…</source>
        <translation>もう一度決める…</translation>
    </message>
    <message>
        <source>End here</source>
        <translation>ここで終える</translation>
    </message>
    <message>
        <source>Functions</source>
        <translation>関数</translation>
    </message>
    <message>
        <source>Functions from JSON</source>
        <translation>JSONから関数を読み込む</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>続ける</translation>
    </message>
    <message>
        <source>Go on without</source>
        <translation>結果なしで続ける</translation>
    </message>
    <message>
        <source>Is it running, and is the address right?</source>
        <translation>動いていますか。アドレスは正しいですか?</translation>
    </message>
    <message>
        <source>Restart it, or look into its log.</source>
        <translation>再起動するか、ログを確認してください。</translation>
    </message>
    <message>
        <source>Rounds of tool calls in a row: {count}. Go on?</source>
        <translation>続けて行われたツール呼び出しの回数: {count}。続けますか?</translation>
    </message>
    <message>
        <source>Save them</source>
        <translation>保存する</translation>
    </message>
    <message>
        <source>Servers</source>
        <translation>サーバー</translation>
    </message>
    <message>
        <source>Servers from JSON</source>
        <translation>JSONからサーバーを読み込む</translation>
    </message>
    <message>
        <source>Sign in…</source>
        <translation>サインイン…</translation>
    </message>
    <message>
        <source>Start the server again later.</source>
        <translation>後でサーバーをもう一度起動してください。</translation>
    </message>
    <message>
        <source>Take it as it is now</source>
        <translation>現在のまま受け入れる</translation>
    </message>
    <message>
        <source>The arguments are not a JSON object.</source>
        <translation>引数がJSONオブジェクトではありません。</translation>
    </message>
    <message>
        <source>The browser brought no sign-in to “{name}” within {minutes} minutes.</source>
        <translation>{minutes}分以内に「{name}」へのサインインがブラウザーから届きませんでした。</translation>
    </message>
    <message>
        <source>The browser cannot come back: another program uses port {port}.</source>
        <translation>ブラウザーが戻れません。ポート {port} は別のプログラムが使用しています。</translation>
    </message>
    <message>
        <source>The function “{name}” was deleted.</source>
        <translation>関数「{name}」を削除しました。</translation>
    </message>
    <message>
        <source>The sign-in to “{name}” has ended: {host} did not renew it. Sign in again.</source>
        <translation>「{name}」へのサインインは終了しました。{host} が更新しませんでした。もう一度サインインしてください。</translation>
    </message>
    <message>
        <source>The sign-in to “{name}” was refused at {host}: {said}</source>
        <translation>「{name}」へのサインインは {host} で拒否されました：{said}</translation>
    </message>
    <message>
        <source>The tool promised structured content and sent none.</source>
        <translation>ツールは構造化された内容を約束しましたが、送っていません。</translation>
    </message>
    <message>
        <source>There is no server in this.</source>
        <translation>この中にサーバーがありません。</translation>
    </message>
    <message>
        <source>These values are not in the file, and are still to be typed in: {names}</source>
        <translation>次の値はファイルになく、まだ入力が必要です: {names}</translation>
    </message>
    <message>
        <source>This conversation</source>
        <translation>この会話</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>ツール</translation>
    </message>
    <message>
        <source>What the system keyring has for {name} cannot be read.</source>
        <translation>システムのキーリングにある{name}の値を読み取れません。</translation>
    </message>
    <message>
        <source>Your changes to “{name}” were not saved.</source>
        <translation>「{name}」への変更は保存されていません。</translation>
    </message>
    <message>
        <source>“{name}” answered with the status {status}.</source>
        <translation>「{name}」はステータス{status}で応答しました。</translation>
    </message>
    <message>
        <source>“{name}” asks for a key, or refuses the one it was sent (status {status}).</source>
        <translation>「{name}」はキーを求めているか、送ったキーを拒否しました（ステータス{status}）。</translation>
    </message>
    <message>
        <source>“{name}” cannot be reached: {error}</source>
        <translation>「{name}」に接続できません: {error}</translation>
    </message>
    <message>
        <source>“{name}” wants a sign-in at {host} that allows more. Sign in again.</source>
        <translation>「{name}」は {host} で、より多くを許可するサインインを求めています。もう一度サインインしてください。</translation>
    </message>
    <message>
        <source>“{tool}” of the server “{server}”</source>
        <translation>サーバー「{server}」の「{tool}」</translation>
    </message>
    <message>
        <source>It wrote nothing about it.</source>
        <translation>それについては何も書いていません。</translation>
    </message>
    <message>
        <source>It wrote: {words}</source>
        <translation>出力: {words}</translation>
    </message>
    <message>
        <source>Register an app there, with the address {address} to come back to, and write its client ID into the settings of “{name}”.</source>
        <translation>そこで、戻り先のアドレスを {address} としてアプリを登録し、そのクライアント ID を「{name}」の設定に入力してください。</translation>
    </message>
    <message>
        <source>The server sent too much that nobody had asked for.</source>
        <translation>サーバーが、求めていないデータを大量に送ってきました。</translation>
    </message>
    <message>
        <source>The value of {names} is not known.</source>
        <translation>{names}の値がわかりません。</translation>
    </message>
    <message>
        <source>There is no function in this.</source>
        <translation>この中に関数はありません。</translation>
    </message>
    <message>
        <source>There is no program “{command}” on this computer.</source>
        <translation>このコンピュータに「{command}」というプログラムはありません。</translation>
    </message>
    <message>
        <source>There is no such server.</source>
        <translation>そのようなサーバーはありません。</translation>
    </message>
    <message>
        <source>Tool calls that have no result yet: {count}</source>
        <translation>まだ結果のないツール呼び出し：{count}件</translation>
    </message>
    <message>
        <source>Type it into the server&apos;s settings again.</source>
        <translation>サーバーの設定で入力し直してください。</translation>
    </message>
    <message>
        <source>What “{name}” says about signing in cannot be used: {said}</source>
        <translation>「{name}」が示すサインインの情報は使えません：{said}</translation>
    </message>
    <message>
        <source>Write the key into its headers, such as Authorization=Bearer and the key.</source>
        <translation>キーをヘッダーに入力してください。例：Authorization=Bearer とキー。</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>ほか{count}件</translation>
    </message>
    <message>
        <source>{host} could not renew the sign-in to “{name}” (status {status}).</source>
        <translation>{host} は「{name}」へのサインインを更新できませんでした（ステータス {status}）。</translation>
    </message>
    <message>
        <source>{host} did not let this app sign in to “{name}”: {said}</source>
        <translation>{host} は、このアプリの「{name}」へのサインインを認めませんでした：{said}</translation>
    </message>
    <message>
        <source>{host} takes no app that it does not know.</source>
        <translation>{host} は登録されていないアプリを受け付けません。</translation>
    </message>
    <message>
        <source>{host}, where one signs in to “{name}”, did not answer in time.</source>
        <translation>「{name}」のサインイン先 {host} が時間内に応答しませんでした。</translation>
    </message>
    <message>
        <source>“{name}” answered with an error: {error}</source>
        <translation>「{name}」がエラーを返しました：{error}</translation>
    </message>
    <message>
        <source>“{name}” asks you to sign in at {host}.</source>
        <translation>「{name}」が {host} でのサインインを求めています。</translation>
    </message>
    <message>
        <source>“{name}” could not be started: {reason}</source>
        <translation>「{name}」を起動できませんでした：{reason}</translation>
    </message>
    <message>
        <source>“{name}” does not answer.</source>
        <translation>「{name}」が応答しません。</translation>
    </message>
    <message>
        <source>“{name}” failed: {error}</source>
        <translation>「{name}」が失敗しました：{error}</translation>
    </message>
    <message>
        <source>“{name}” has ended with status {status}.</source>
        <translation>「{name}」がステータス{status}で終了しました。</translation>
    </message>
    <message>
        <source>“{name}” has ended.</source>
        <translation>「{name}」が終了しました。</translation>
    </message>
    <message>
        <source>“{name}” must be approved before it starts.</source>
        <translation>「{name}」は起動前に承認が必要です。</translation>
    </message>
</context>
<context>
    <name>Transfer</name>
    <message>
        <source>A conversation in it is larger than {size} MB.</source>
        <translation>{size} MBを超える会話が含まれています。</translation>
    </message>
    <message>
        <source>A newer version of this app wrote it.</source>
        <translation>このアプリの新しいバージョンで書き出されたものです。</translation>
    </message>
    <message>
        <source>All conversations</source>
        <translation>すべての会話</translation>
    </message>
    <message>
        <source>And {count} more.</source>
        <translation>ほか{count}件。</translation>
    </message>
    <message>
        <source>Assistant</source>
        <translation>アシスタント</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>ファイルを選択…</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>会話</translation>
    </message>
    <message>
        <source>Developer</source>
        <translation>開発者</translation>
    </message>
    <message>
        <source>Everything, to import again (JSON)</source>
        <translation>すべて（再読み込み用、JSON）</translation>
    </message>
    <message>
        <source>Export conversations</source>
        <translation>会話を書き出す</translation>
    </message>
    <message>
        <source>Exported conversations</source>
        <translation>書き出した会話</translation>
    </message>
    <message>
        <source>Exported to {name}. Conversations: {count}.</source>
        <translation>{name}に書き出しました。会話：{count}件。</translation>
    </message>
    <message>
        <source>Exporting…</source>
        <translation>書き出し中…</translation>
    </message>
    <message>
        <source>Exporting… {percent} % (conversations: {count})</source>
        <translation>書き出し中… {percent} %（会話：{count}件）</translation>
    </message>
    <message>
        <source>Import conversations</source>
        <translation>会話を読み込む</translation>
    </message>
    <message>
        <source>Importing…</source>
        <translation>読み込み中…</translation>
    </message>
    <message>
        <source>Importing… {percent} % (conversations: {count})</source>
        <translation>読み込み中… {percent} %（会話：{count}件）</translation>
    </message>
    <message>
        <source>It breaks off or stops being JSON after character {place}.</source>
        <translation>{place}文字目の後で途切れているか、JSONではなくなっています。</translation>
    </message>
    <message>
        <source>It cannot be read: {reason}.</source>
        <translation>読み込めません：{reason}。</translation>
    </message>
    <message>
        <source>It is empty.</source>
        <translation>空のファイルです。</translation>
    </message>
    <message>
        <source>It is here already.</source>
        <translation>すでにここにあります。</translation>
    </message>
    <message>
        <source>It is malformed at “{where}”.</source>
        <translation>「{where}」の形式が正しくありません。</translation>
    </message>
    <message>
        <source>It is nested too deeply.</source>
        <translation>入れ子が深すぎます。</translation>
    </message>
    <message>
        <source>It is not UTF-8 text.</source>
        <translation>UTF-8のテキストではありません。</translation>
    </message>
    <message>
        <source>Its format is not known.</source>
        <translation>形式が不明です。</translation>
    </message>
    <message>
        <source>Messages that could not be read: {count}.</source>
        <translation>読み込めなかったメッセージ：{count}件。</translation>
    </message>
    <message>
        <source>Messages that say something else here and were left as they are: {count}.</source>
        <translation>ここでは内容が異なるため、そのままにしたメッセージ：{count}件。</translation>
    </message>
    <message>
        <source>Messages with an identifier that came before: {count}.</source>
        <translation>識別子が重複するメッセージ：{count}件。</translation>
    </message>
    <message>
        <source>New conversations: {count}.</source>
        <translation>新しい会話：{count}件。</translation>
    </message>
    <message>
        <source>New messages: {count}.</source>
        <translation>新しいメッセージ：{count}件。</translation>
    </message>
    <message>
        <source>Not taken:</source>
        <translation>取り込まなかったもの：</translation>
    </message>
    <message>
        <source>Other files in the archive: {count}.</source>
        <translation>アーカイブ内のその他のファイル：{count}個。</translation>
    </message>
    <message>
        <source>Parts of an unknown kind: {count}.</source>
        <translation>種類のわからない部分：{count}個。</translation>
    </message>
    <message>
        <source>Pictures or files that are not in the export: {count}.</source>
        <translation>書き出しデータに含まれていない画像やファイル：{count}個。</translation>
    </message>
    <message>
        <source>Reasoning</source>
        <translation>推論</translation>
    </message>
    <message>
        <source>Request fields with a value of the wrong type (kept for export only): {count}.</source>
        <translation>値の型が正しくないリクエスト項目（書き出し用にのみ保持）：{count}個。</translation>
    </message>
    <message>
        <source>System</source>
        <translation>システム</translation>
    </message>
    <message>
        <source>The archive holds no conversations.</source>
        <translation>アーカイブに会話がありません。</translation>
    </message>
    <message>
        <source>The archive is damaged or locked.</source>
        <translation>アーカイブが壊れているか、ロックされています。</translation>
    </message>
    <message>
        <source>The export was cancelled; nothing was written.</source>
        <translation>書き出しをキャンセルしました。何も書き込んでいません。</translation>
    </message>
    <message>
        <source>The file&apos;s name must end in one of {suffixes}.</source>
        <translation>ファイル名の末尾は次のいずれかでなければなりません：{suffixes}。</translation>
    </message>
    <message>
        <source>The import was cancelled; what had been taken stays.</source>
        <translation>読み込みをキャンセルしました。読み込み済みのものは残ります。</translation>
    </message>
    <message>
        <source>The shown branch, to edit (Markdown)</source>
        <translation>表示中の分岐（編集用、Markdown）</translation>
    </message>
    <message>
        <source>The shown branch, to print (PDF)</source>
        <translation>表示中の分岐（印刷用、PDF）</translation>
    </message>
    <message>
        <source>The shown branch, to read (web page)</source>
        <translation>表示中の分岐（閲覧用、ウェブページ）</translation>
    </message>
    <message>
        <source>The shown conversation</source>
        <translation>表示中の会話</translation>
    </message>
    <message>
        <source>The {count} marked in the list</source>
        <translation>リストで選択した{count}件</translation>
    </message>
    <message>
        <source>There is no message in it.</source>
        <translation>メッセージがありません。</translation>
    </message>
    <message>
        <source>There is no such file.</source>
        <translation>そのようなファイルはありません。</translation>
    </message>
    <message>
        <source>This is not an export of a program that is known here.</source>
        <translation>対応しているプログラムの書き出しデータではありません。</translation>
    </message>
    <message>
        <source>Tool</source>
        <translation>ツール</translation>
    </message>
    <message>
        <source>Tool call: {name}</source>
        <translation>ツール呼び出し：{name}</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>無題</translation>
    </message>
    <message>
        <source>User</source>
        <translation>ユーザー</translation>
    </message>
    <message>
        <source>What to export:</source>
        <translation>書き出すもの：</translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation>中断</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>{file}: {reason} (conversations: {count})</source>
        <translation>{file}: {reason}（会話: {count}）</translation>
    </message>
    <message>
        <source>{name} cannot be written: {reason}.</source>
        <translation>{name}に書き込めません：{reason}。</translation>
    </message>
    <message>
        <source>{prompt} + {answer} tokens</source>
        <translation>{prompt}＋{answer}トークン</translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message numerus="yes">
        <source>%n answering</source>
        <translation>
            <numerusform>%n件に回答中</numerusform>
        </translation>
    </message>
    <message>
        <source>New conversation</source>
        <translation>新しい会話</translation>
    </message>
    <message>
        <source>Quick question…</source>
        <translation>クイック質問…</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>終了</translation>
    </message>
    <message>
        <source>Show or hide the window</source>
        <translation>ウィンドウの表示／非表示</translation>
    </message>
</context>
<context>
    <name>Undo</name>
    <message>
        <source>Undo</source>
        <translation>元に戻す</translation>
    </message>
    <message>
        <source>Undo: {what}</source>
        <translation>元に戻す：{what}</translation>
    </message>
</context>
<context>
    <name>Usage</name>
    <message>
        <source>(deleted)</source>
        <translation>（削除済み）</translation>
    </message>
    <message>
        <source>12 months</source>
        <translation>12か月</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30日間</translation>
    </message>
    <message>
        <source>7 days</source>
        <translation>7日間</translation>
    </message>
    <message>
        <source>All</source>
        <translation>すべて</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>回答</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>回答</translation>
    </message>
    <message>
        <source>By answer</source>
        <translation>回答別</translation>
    </message>
    <message>
        <source>By conversation</source>
        <translation>会話別</translation>
    </message>
    <message>
        <source>By day</source>
        <translation>日別</translation>
    </message>
    <message>
        <source>By endpoint</source>
        <translation>エンドポイント別</translation>
    </message>
    <message>
        <source>By model</source>
        <translation>モデル別</translation>
    </message>
    <message>
        <source>By purpose</source>
        <translation>用途別</translation>
    </message>
    <message>
        <source>Cached</source>
        <translation>キャッシュ</translation>
    </message>
    <message>
        <source>Cached prompt</source>
        <translation>キャッシュされたプロンプト</translation>
    </message>
    <message>
        <source>Completion</source>
        <translation>生成</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>会話</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>費用</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日</translation>
    </message>
    <message>
        <source>Endpoint</source>
        <translation>エンドポイント</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>モデル</translation>
    </message>
    <message>
        <source>No tokens were used in this time.</source>
        <translation>この期間に使われたトークンはありません。</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>期間</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>画像</translation>
    </message>
    <message>
        <source>Prices</source>
        <translation>価格</translation>
    </message>
    <message>
        <source>Prices and budget</source>
        <translation>価格と予算</translation>
    </message>
    <message>
        <source>Prices of a million tokens, in the currency of your bill. Only what an endpoint states or you enter is counted with; an emptied row goes back to what is stated.</source>
        <translation>100万トークンの価格（請求書の通貨）。エンドポイントが示すか、あなたが入力した価格だけで計算します。行を空にすると、示された価格に戻ります。</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>プロンプト</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>目的</translation>
    </message>
    <message>
        <source>Reasoning</source>
        <translation>推論</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>リクエスト</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>表示</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>音声</translation>
    </message>
    <message>
        <source>Sound in</source>
        <translation>音声入力</translation>
    </message>
    <message>
        <source>Sound out</source>
        <translation>音声出力</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>出所</translation>
    </message>
    <message>
        <source>Summed up</source>
        <translation>集計単位</translation>
    </message>
    <message>
        <source>Sums</source>
        <translation>集計</translation>
    </message>
    <message>
        <source>Sweeps</source>
        <translation>スイープ</translation>
    </message>
    <message>
        <source>This conversation so far</source>
        <translation>この会話のこれまでの合計</translation>
    </message>
    <message>
        <source>This month has cost {spent} of the {budget} you want to spend.</source>
        <translation>今月の費用は{spent}で、予算は{budget}です。</translation>
    </message>
    <message>
        <source>This month has cost {spent}: more than the {budget} you wanted to spend.</source>
        <translation>今月の費用は{spent}で、予算の{budget}を超えました。</translation>
    </message>
    <message>
        <source>This month so far: {cost}</source>
        <translation>今月の費用：{cost}</translation>
    </message>
    <message>
        <source>Titles</source>
        <translation>タイトル</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>トークン</translation>
    </message>
    <message>
        <source>Trials of endpoints</source>
        <translation>エンドポイントの試験</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>無題</translation>
    </message>
    <message>
        <source>Usage</source>
        <translation>使用量</translation>
    </message>
    <message>
        <source>Usage and cost</source>
        <translation>使用量と費用</translation>
    </message>
    <message>
        <source>Warn when a month costs more than</source>
        <translation>月の費用が次の額を超えたら警告</translation>
    </message>
    <message>
        <source>cost {cost}</source>
        <translation>費用 {cost}</translation>
    </message>
    <message>
        <source>incomplete</source>
        <translation>未完成</translation>
    </message>
    <message>
        <source>none</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>stated</source>
        <translation>提示価格</translation>
    </message>
    <message>
        <source>yours</source>
        <translation>入力価格</translation>
    </message>
    <message>
        <source>{count} tokens · cost {cost}</source>
        <translation>{count}トークン・費用{cost}</translation>
    </message>
    <message>
        <source>{day}: {count} tokens, cost {cost}</source>
        <translation>{day}：{count}トークン、費用{cost}</translation>
    </message>
    <message>
        <source>{purpose}: {count} tokens</source>
        <translation>{purpose}: {count} トークン</translation>
    </message>
    <message>
        <source>{what}, cost {cost}</source>
        <translation>{what}、費用 {cost}</translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>Chat</source>
        <translation>チャット</translation>
    </message>
</context>
<context>
    <name>Writing</name>
    <message>
        <source>Select some words of a message first.</source>
        <translation>先にメッセージの語句を選択してください。</translation>
    </message>
    <message>
        <source>The next request, estimated</source>
        <translation>次のリクエスト（見積もり）</translation>
    </message>
    <message>
        <source>This is more than the model can read.</source>
        <translation>モデルが読める量を超えています。</translation>
    </message>
    <message>
        <source>Tokens of the next request, estimated, and how many the model can read</source>
        <translation>次のリクエストの見積もりトークン数と、モデルが読めるトークン数</translation>
    </message>
    <message>
        <source>≈ {count} tokens</source>
        <translation>約{count}トークン</translation>
    </message>
</context>
<context>
    <name>WrittenMessage</name>
    <message>
        <source>Say which tool call this answers.</source>
        <translation>どのツール呼び出しへの応答かを指定してください。</translation>
    </message>
    <message>
        <source>Tool call {number} needs an id and a function’s name.</source>
        <translation>ツール呼び出し{number}にはIDと関数名が必要です。</translation>
    </message>
    <message>
        <source>Tool calls are a JSON array.</source>
        <translation>ツール呼び出しはJSON配列です。</translation>
    </message>
    <message>
        <source>Write the message first.</source>
        <translation>先にメッセージを入力してください。</translation>
    </message>
</context>
</TS>
